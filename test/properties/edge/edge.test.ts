import t from 'tap'
import fc from '#test/support/fast-check.ts'
import { mock } from '#test/support/mock.ts'
import { act } from './acts.ts'
import { EdgeWorld } from './world.ts'

const KiB = 1024
const runs = Number(process.env.EDGE_RUNS ?? 8)
/** More than an empty world takes. */
const empty = 720 * KiB
const limits = fc.record({
  world: fc.integer({ min: empty, max: empty + 800 * KiB }),
  worlds: fc.constantFrom(3 * empty, 8000 * KiB),
})

for (const where of ['memory', 'files'] as const) {
  t.test(
    `in ${where}, worlds that are filled to the edge have all that was acknowledged, and nothing else`,
    async (t) => {
      const folder = t.testdir({})
      let refused = 0
      let number = 0
      await fc.assert(
        fc.asyncProperty(limits, fc.array(act, { minLength: 5, maxLength: 30 }), async (room, acts) => {
          const dataDir = where === 'files' ? `${folder}/${++number}` : undefined
          const server = await mock(t, { room, mostOpen: 1, journal: 10, ...(dataDir !== undefined && { dataDir }) })
          const world = new EdgeWorld(server, 'edge')
          await world.begin()
          for (const one of acts) await world.do(one)
          const wrongs = await world.wrongs()
          refused += world.refused
          await server.app.close()
          if (wrongs.length > 0) throw new Error(wrongs.join('\n'))
        }),
        { numRuns: runs },
      )
      t.ok(refused > 0, `${refused} calls found no room`)
    },
  )
}
