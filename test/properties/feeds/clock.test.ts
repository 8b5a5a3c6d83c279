import t from 'tap'
import fc from '#test/support/fast-check.ts'
import { mock, testNow } from '#test/support/mock.ts'
import { clockCalls, runClockCalls } from './clock-calls.ts'

const { MODEL_RUNS: runs = 30, MODEL_PATH: path } = process.env

t.test('no change of the clock loses, repeats or holds up the processing of a feed', async (t) => {
  const server = await mock(t, { journal: 0, ownClocks: true })
  let worlds = 0
  const property = fc.asyncProperty(clockCalls, async (calls) => {
    const name = `world-${++worlds}`
    try {
      await runClockCalls((method, url, body) => server.call(method, `/w/${name}${url}`, body), testNow, calls)
    } finally {
      await server.call('DELETE', `/__mock/worlds/${name}`)
    }
  })
  await fc.assert(property, { numRuns: Number(runs), ...(path && { path }) })
  t.pass(`${runs} sequences`)
})
