import { readSetting, storeSetting } from '#db/settings.ts'
import type { Seeded } from '../contracts/seed-section.ts'
import { requireAdAccount } from '../registry/ad-accounts.ts'
import type { World } from '../worlds/world.ts'
import { storedRow } from './stored-rows.ts'

/** Ids by section and alias. */
export type Aliases = Readonly<Record<string, Readonly<Record<string, string>>>>

const setting = 'aliases'

/** Returns the ids of a world's aliases. Of equal aliases the latest counts. Forks and state files contain them. */
export const aliasesOf = ({ db }: World): Aliases => readSetting(db, setting) ?? {}

/** Stores the aliases of a seed in the world. */
export function addAliases(world: World, added: Aliases): void {
  const before = aliasesOf(world)
  const merged = Object.entries(added).map(([section, ids]) => [section, { ...before[section], ...ids }])
  if (merged.length > 0) storeSetting(world.db, setting, { ...before, ...Object.fromEntries(merged) })
}

/** Returns the stored entity of an alias or id; undefined where there is none. */
export function existing(world: World, aliases: Aliases, section: string, name: string): Seeded | undefined {
  const ids = aliases[section] ?? {}
  const id = Object.hasOwn(ids, name) ? ids[name] : name
  const row = id === undefined ? undefined : storedRow(world.db, section, id)
  if (id === undefined || row === undefined) return undefined
  const accountId = section === 'ad_accounts' ? id : row.ad_account_id
  return typeof accountId === 'string' ? { id, account: requireAdAccount(world, accountId) } : { id }
}
