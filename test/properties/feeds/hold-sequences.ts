import type { Test } from 'tap'
import fc from '#test/support/fast-check.ts'
import { type Answer, type Json, mock } from '#test/support/mock.ts'

/** Makes a call in the world that a sequence has for itself. */
export type Send = (method: string, path: string, body?: Json) => Promise<Answer>

const { MODEL_RUNS: runs = 30, MODEL_PATH: path } = process.env

/** Runs sequences of calls, each in a world of its own; throws for the first that does not hold. */
export async function holdSequences<Call>(
  t: Test,
  sequences: fc.Arbitrary<readonly Call[]>,
  run: (send: Send, calls: readonly Call[]) => Promise<void>,
): Promise<void> {
  const server = await mock(t, { journal: 0, ownClocks: true })
  let worlds = 0
  const property = fc.asyncProperty(sequences, async (calls) => {
    const name = `world-${++worlds}`
    try {
      await run((method, url, body) => server.call(method, `/w/${name}${url}`, body), calls)
    } finally {
      await server.call('DELETE', `/__mock/worlds/${name}`)
    }
  })
  await fc.assert(property, { numRuns: Number(runs), ...(path && { path }) })
  t.pass(`${runs} sequences`)
}
