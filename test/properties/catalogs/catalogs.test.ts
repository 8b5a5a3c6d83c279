import t from 'tap'
import { holdToChecks } from '#test/support/checks.ts'
import fc from '#test/support/fast-check.ts'
import { mock } from '#test/support/mock.ts'
import { catalogCalls } from './calls.ts'
import { Business } from './model.ts'
import { runCatalogCalls } from './run-calls.ts'

const { MODEL_RUNS: runs = 60, MODEL_PATH: path } = process.env

t.test('the server and the model of a business with catalogs never disagree', async (t) => {
  const server = await mock(t, { journal: 0 })
  let worlds = 0
  let calls = 0
  const agreement = fc.asyncProperty(catalogCalls, async (sequence) => {
    const name = `world-${++worlds}`
    await server.call('POST', '/__mock/worlds', { name, from: { world: 'default' } })
    try {
      await runCatalogCalls(
        (...[method, url, body]) => {
          calls++
          return server.call(method, `/w/${name}${url}`, body)
        },
        new Business(),
        sequence,
      )
      holdToChecks(server.worlds.world(name).db)
    } finally {
      await server.call('DELETE', `/__mock/worlds/${name}`)
    }
  })
  await fc.assert(agreement, { numRuns: Number(runs), ...(path && { path }) })
  t.pass(`${runs} sequences of ${calls} calls agreed`)
})
