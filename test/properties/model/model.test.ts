import t from 'tap'
import fc from '#test/support/fast-check.ts'
import { type Mock, mock } from '#test/support/mock.ts'
import { agreement } from './property.ts'

const { MODEL_RUNS: runs = 200, MODEL_PATH: path } = process.env

t.test('the server and the model of its rules never disagree', async (t) => {
  const server = await mock(t, { ownClocks: true, journal: 0 })
  let calls = 0
  const call: Mock['call'] = (...sent) => {
    calls++
    return server.call(...sent)
  }
  await fc.assert(await agreement({ ...server, call }), {
    numRuns: Number(runs),
    ...(path && { path }),
  })
  t.pass(`${runs} sequences of ${calls} calls agreed`)
})
