import { type Features, featuresOf } from '../../domain/features.ts'
import { idOf } from '../../domain/ids.ts'
import { Problem } from '../../domain/problems.ts'
import type { Viewpoint } from '../../domain/status.ts'
import { defaultUser } from '../../domain/user.ts'
import type { World } from '../../world.ts'
import { countOwned, findAdAccount, insertAdAccount, nextAdAccountSequence } from './repository.ts'
import { adAccountRules } from './rules.ts'
import type { AdAccount, AdAccountCreate } from './schema.ts'

/** An ad account as other resources need to know it. */
export interface KnownAdAccount {
  readonly id: string
  readonly features: Features
}

/** The account of that id, which a call's path names; throws 403 where this world has none. */
export function knownAdAccount(world: World, id: string): KnownAdAccount {
  const row = findAdAccount(world.db, id)
  if (row === undefined) throw new Problem('ad_account.access')
  const stored = row.features === null ? null : (JSON.parse(row.features) as Partial<Features>)
  return { id, features: featuresOf(id, stored, world.features) }
}

/** Throws 403 where a call about what belongs to the user names an ad account to act for, and this world has it not. */
export function requireActor(world: World, id: string | undefined): void {
  if (id !== undefined) knownAdAccount(world, id)
}

/** From where answers about the account's entities are made, now. */
export const viewpointOf = (world: World, { features }: KnownAdAccount): Viewpoint => ({
  now: world.clock.seconds(),
  billingDisabled: features.billing_disabled,
})

/** Creates an ad account; throws when its owner has too many. */
export function createAdAccount(world: World, item: AdAccountCreate): AdAccount {
  const { db, clock, rules } = world
  const owner = ownerOf(item.owner_user_id)
  rules.demand(adAccountRules, { ownerId: owner.id, owned: countOwned(db, owner.id) })
  const seq = nextAdAccountSequence(db)
  const now = clock.seconds()
  const account: AdAccount = {
    id: idOf('ad_account', seq),
    name: item.name ?? owner.username,
    owner,
    country: item.country ?? 'US',
    currency: item.currency ?? 'USD',
    permissions: ['OWNER'],
    created_time: now,
    updated_time: now,
  }
  insertAdAccount(db, { seq, id: account.id, owner_id: owner.id, features: null, json: JSON.stringify(account) })
  return account
}

const ownerOf = (id: string | null | undefined): AdAccount['owner'] =>
  id === null || id === undefined || id === defaultUser.id ? defaultUser : { username: `user${id}`, id }
