import fc from 'fast-check'
import t from 'tap'
import { mock } from '../helper.ts'
import { sequence } from './calls/calls.ts'
import { places } from './place.ts'
import { play } from './play.ts'

t.test('the server and the model of its rules never disagree', async (t) => {
  const server = await mock(t, { ownClocks: true, journal: 0 })
  const place = await places(server)
  let worlds = 0
  await fc.assert(
    fc.asyncProperty(sequence, async (calls) => {
      const name = `world-${++worlds}`
      await play(await place(name), calls)
      await server.call('DELETE', `/__mock/worlds/${name}`)
    }),
    { numRuns: Number(process.env.MODEL_RUNS ?? 100) },
  )
  t.pass(`${worlds} worlds agreed`)
})
