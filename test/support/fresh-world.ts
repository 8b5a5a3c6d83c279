import type { Test } from 'tap'
import type { FeatureSettings } from '#server/domain/ads/features.ts'
import type { RuleOverride } from '#server/domain/rules/rule.ts'
import { holdToChecks } from './checks.ts'
import { type Mock, type MockOptions, mock, testNow } from './mock.ts'

/** What a world is made with. */
interface WorldSettings {
  readonly rules?: Readonly<Record<string, RuleOverride>>
  readonly features?: FeatureSettings
}

/**
 * Starts one server for the many tests of a table, each of which gets its default world as a new server has it: with the
 * seed, at the moment of all tests, and deleted when the test ends. To build a server takes five times as long as to make
 * a world.
 */
export async function freshWorlds(
  t: Test,
  options: Pick<MockOptions, 'seed'> = {},
): Promise<(t: Test, settings?: WorldSettings) => Promise<Mock>> {
  const server = await mock(t, options)
  const { worlds, clock, account, call } = server
  worlds.remove('default')
  return async (t, settings = {}) => {
    clock.freeze(testNow * 1000)
    t.teardown(() => {
      if (!worlds.has('default')) return
      holdToChecks(worlds.world('default').db)
      worlds.remove('default')
    })
    if (Object.keys(settings).length > 0) worlds.world('default').settings.change(settings)
    const { body } = await call('GET', '/v5/ad_accounts')
    const { id } = body.items[0] ?? (await call('POST', '/v5/ad_accounts', { name: 'Test' })).body
    if (id !== account) throw new Error(`the first ad account is ${id}, and was ${account}`)
    return server
  }
}
