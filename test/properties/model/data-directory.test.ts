import t from 'tap'
import fc from '#test/support/fast-check.ts'
import { agreement } from './property.ts'
import { restarting } from './restarting.ts'

const { MODEL_RUNS: runs = 15, MODEL_PATH: path } = process.env

t.test('nor does a server with a data directory that is ended, started and put to rest in between', async (t) => {
  const options = { ownClocks: true, journal: 0, dataDir: t.testdir({}) }
  const { server, calls, rests, restarts } = await restarting(t, options)
  await fc.assert(await agreement(server), {
    numRuns: Number(runs),
    ...(path && { path }),
  })
  t.ok(restarts() > 0 && rests() > 0)
  t.pass(`${runs} sequences of ${calls()} calls agreed over ${restarts()} starts and ${rests()} rests`)
})
