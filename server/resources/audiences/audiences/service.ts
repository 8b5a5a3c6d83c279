import type { KnownAdAccount } from '#server/domain/ads/ad-account.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { findCustomerList } from '../customer-lists/repository.ts'
import { audienceWarnings, changedAudience, givenRule, peopleOf } from './entity.ts'
import { audienceFacts } from './facts.ts'
import {
  type AnsweredAudience,
  type AudienceRow,
  deleteAudience,
  findAudience,
  insertAudience,
  nextAudienceSequence,
  updateAudience,
} from './repository.ts'
import { audienceErrors, audienceIdRange } from './resource.ts'
import { audienceRules } from './rules.ts'
import type { AudienceCreate, AudienceUpdate, StoredAudience } from './schema.ts'

/** The audience of that id, which a call's path names; throws 404 where the account has none. */
export function knownAudience({ db }: World, account: KnownAdAccount, id: string): AnsweredAudience {
  const row = findAudience(db, account.id, id)
  if (row === undefined) throw new ApiError(audienceErrors['audience.path'])
  return row
}

/** A stored audience, and what production may not forgive about it. */
export interface AudienceOutcome {
  readonly row: AnsweredAudience
  readonly warnings: readonly string[]
}

/** Creates an audience in the account; throws when a rule refuses it. */
export function createAudience(world: World, account: KnownAdAccount, item: AudienceCreate): AudienceOutcome {
  const { db, clock } = world
  const seq = nextAudienceSequence(db)
  const now = clock.seconds()
  const audience: StoredAudience = {
    ad_account_id: account.id,
    audience_type: item.audience_type,
    created_timestamp: now,
    description: item.description ?? null,
    id: idOf(audienceIdRange, seq),
    name: item.name,
    rule: givenRule(item.rule),
    type: 'audience',
    updated_timestamp: now,
  }
  demand(world, audience)
  insertAudience(db, rowOf(world, seq, audience, now))
  return outcome(world, account, audience)
}

/** Changes an audience; throws when a rule refuses it. People are gathered anew when its rule is given. */
export function changeAudience(
  world: World,
  account: KnownAdAccount,
  stored: AnsweredAudience,
  item: AudienceUpdate,
): AudienceOutcome {
  const now = world.clock.seconds()
  const after = changedAudience(JSON.parse(stored.json), item, now)
  const isRefilled = item.rule != null
  if (isRefilled) demand(world, after)
  updateAudience(world.db, rowOf(world, stored.seq, after, isRefilled ? now : stored.filled_since))
  return outcome(world, account, after)
}

/** Deletes an audience, and says what it was. */
export function removeAudience({ db }: World, stored: AnsweredAudience): AudienceOutcome {
  deleteAudience(db, stored.id)
  return { row: stored, warnings: [] }
}

const demand = ({ db, rules }: World, audience: StoredAudience): void =>
  rules.assert(audienceRules, audienceFacts(db, audience.ad_account_id, audience))

const outcome = (world: World, account: KnownAdAccount, audience: StoredAudience): AudienceOutcome => ({
  row: knownAudience(world, account, audience.id),
  warnings: audienceWarnings(audience),
})

function rowOf({ db }: World, seq: number, audience: StoredAudience, filled_since: number): AudienceRow {
  const { id, ad_account_id, audience_type, rule } = audience
  const customer_list_id = (audience_type === 'CUSTOMER_LIST' && rule.customer_list_id) || null
  const list = customer_list_id === null ? undefined : findCustomerList(db, ad_account_id, customer_list_id)
  return {
    seq,
    id,
    ad_account_id,
    customer_list_id,
    people: peopleOf(audience_type, rule),
    is_nca: list?.is_nca ?? 0,
    filled_since,
    json: JSON.stringify(audience),
  }
}
