import t from 'tap'
import fc from '#test/support/fast-check.ts'
import { mock } from '#test/support/mock.ts'
import { runSharingCalls, sharingCalls } from './sharing-calls.ts'

const { MODEL_RUNS: runs = 30, MODEL_PATH: path } = process.env

t.test('items are as the feed brings them that was read last of those that still do', async (t) => {
  const server = await mock(t, { journal: 0, ownClocks: true })
  let worlds = 0
  const property = fc.asyncProperty(sharingCalls, async (calls) => {
    const name = `world-${++worlds}`
    try {
      await runSharingCalls((method, url, body) => server.call(method, `/w/${name}${url}`, body), calls)
    } finally {
      await server.call('DELETE', `/__mock/worlds/${name}`)
    }
  })
  await fc.assert(property, { numRuns: Number(runs), ...(path && { path }) })
  t.pass(`${runs} sequences`)
})
