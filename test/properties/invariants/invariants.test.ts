import t from 'tap'
import { brokenChecks } from '#test/support/checks.ts'
import fc from '#test/support/fast-check.ts'
import { mock } from '#test/support/mock.ts'
import { drive, type Known } from './driver.ts'
import { brokenInvariants } from './invariants.ts'
import { call } from './model.ts'

t.test('no sequence of calls breaks an invariant', async (t) => {
  const server = await mock(t)
  let worlds = 0
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 5, maxLength: 40 }), async (calls) => {
      const { body } = await server.call('POST', `/w/world-${++worlds}/v5/ad_accounts`, { name: 'Test' })
      const below = `/w/world-${worlds}/v5/ad_accounts/${body.id}`
      const here = {
        ...server,
        get: (path: string) => server.call('GET', below + path),
        post: (path: string, sent: unknown) => server.call('POST', below + path, sent),
        patch: (path: string, sent: unknown) => server.call('PATCH', below + path, sent),
        edit: (kind: string, id: string, change: unknown) =>
          server.call('PATCH', `/w/world-${worlds}/__mock/entities/${kind}/${id}`, change),
      }
      const known: Known = { campaigns: [], adGroups: [], labels: [], toggled: new Set() }
      for (const one of calls) await drive(here, known, one)
      const { db } = server.worlds.world(`world-${worlds}`)
      const broken = [...(await brokenInvariants(here, known)), ...brokenChecks(db)]
      if (broken.length > 0) throw new Error(broken.join('\n'))
    }),
    { numRuns: Number(process.env.INVARIANT_RUNS ?? 150) },
  )
  t.pass(`${worlds} worlds held`)
})
