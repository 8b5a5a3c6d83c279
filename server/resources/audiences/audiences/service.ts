import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import { restartReads } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { customerListTable } from '../customer-lists/repository.ts'
import { audienceWarnings, changedAudience, peopleOf, ruleWithoutNulls } from './entity.ts'
import { audienceFacts } from './facts.ts'
import { type AudienceResponseRow, type AudienceRow, audienceTable } from './repository.ts'
import { audienceErrors, audienceIdRange } from './resource.ts'
import { audienceRules } from './rules.ts'
import type { AudienceCreate, AudienceUpdate, StoredAudience } from './schema.ts'
import { findUsableAudience } from './shares.ts'

/** Returns the audience with this id, which the path of a request names; throws 404 where the account has none. */
export function requireAudience({ db }: World, account: AdAccountContext, id: string): AudienceResponseRow {
  return found(audienceTable.find(db, account.id, id), audienceErrors['audience.path'])
}

/** Returns the audience with this id that the account owns or has received; throws 404 where there is none. */
export function requireUsableAudience({ db }: World, account: AdAccountContext, id: string): AudienceResponseRow {
  return found(findUsableAudience(db, account.id, id), audienceErrors['audience.path'])
}

/** A stored audience, with warnings of what the real service may refuse. */
export interface AudienceOutcome {
  readonly row: AudienceResponseRow
  readonly warnings: readonly string[]
}

/** Creates an audience in the account; throws when a rule refuses it. */
export function createAudience(world: World, account: AdAccountContext, item: AudienceCreate): AudienceOutcome {
  const { db, clock } = world
  const seq = audienceTable.nextSequence(db)
  const now = clock.seconds()
  const audience: StoredAudience = {
    ad_account_id: account.id,
    audience_type: item.audience_type,
    created_timestamp: now,
    description: item.description ?? null,
    id: idOf(audienceIdRange, seq),
    name: item.name,
    rule: ruleWithoutNulls(item.rule),
    type: 'audience',
    updated_timestamp: now,
  }
  demand(world, audience)
  audienceTable.insertEntity(db, audience, { seq, filled_since: now, ...peopleColumns(world, audience) })
  return outcome(world, account, audience)
}

/** Changes an audience; throws when a rule refuses it. A new rule gathers people anew. */
export function changeAudience(
  world: World,
  account: AdAccountContext,
  stored: AudienceResponseRow,
  item: AudienceUpdate,
): AudienceOutcome {
  const now = world.clock.seconds()
  const after = changedAudience(JSON.parse(stored.json), item, now)
  const isRefilled = item.rule != null
  if (isRefilled) {
    demand(world, after)
    restartReads(world, 'audiences', after.id)
  }
  const filled_since = isRefilled ? now : stored.filled_since
  const { seq } = stored
  audienceTable.updateEntity(world.db, after, { seq, filled_since, ...peopleColumns(world, after) })
  return outcome(world, account, after)
}

/** Deletes an audience and returns what it was. */
export function removeAudience({ db }: World, stored: AudienceResponseRow): AudienceOutcome {
  audienceTable.remove(db, stored.id)
  return { row: stored, warnings: [] }
}

const demand = ({ db, rules }: World, audience: StoredAudience): void =>
  rules.assert(audienceRules, audienceFacts(db, audience.ad_account_id, audience))

const outcome = (world: World, account: AdAccountContext, audience: StoredAudience): AudienceOutcome => ({
  row: requireAudience(world, account, audience.id),
  warnings: audienceWarnings(audience),
})

type PeopleColumns = Pick<AudienceRow, 'customer_list_id' | 'people' | 'is_nca'>

function peopleColumns({ db }: World, { ad_account_id, audience_type, rule }: StoredAudience): PeopleColumns {
  const customer_list_id = (audience_type === 'CUSTOMER_LIST' && rule.customer_list_id) || null
  const list = customer_list_id === null ? undefined : customerListTable.find(db, ad_account_id, customer_list_id)
  return { customer_list_id, people: peopleOf(audience_type, rule), is_nca: list?.is_nca ?? 0 }
}
