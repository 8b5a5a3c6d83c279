import { rowById } from '#db/rows.ts'
import { readSetting, storeSetting } from '#db/settings.ts'
import type { Seeded } from '../contracts/seed-section.ts'
import { knownAdAccount } from '../registry/ad-accounts.ts'
import type { World } from '../worlds/world.ts'

/** Ids by section and alias. */
export type Aliases = Readonly<Record<string, Readonly<Record<string, string>>>>

const setting = 'aliases'

/** What the seeds of a world have called its entities: the latest of an alias counts. Forks and files carry it. */
export const aliasesOf = ({ db }: World): Aliases => readSetting(db, setting) ?? {}

/** Remembers what a seed called its entities. */
export function addAliases(world: World, added: Aliases): void {
  const before = aliasesOf(world)
  const merged = Object.entries(added).map(([section, ids]) => [section, { ...before[section], ...ids }])
  if (merged.length > 0) storeSetting(world.db, setting, { ...before, ...Object.fromEntries(merged) })
}

/** The entity that the world has already under an alias or an id, if it is there. */
export function existing(world: World, aliases: Aliases, section: string, name: string): Seeded | undefined {
  const ids = aliases[section] ?? {}
  const id = Object.hasOwn(ids, name) ? ids[name] : name
  const row = id === undefined ? undefined : rowById(world.db, section, id)
  if (id === undefined || row === undefined) return undefined
  const accountId = section === 'ad_accounts' ? id : row.ad_account_id
  return typeof accountId === 'string' ? { id, account: knownAdAccount(world, accountId) } : { id }
}
