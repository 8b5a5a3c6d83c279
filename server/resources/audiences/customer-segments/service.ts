import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { audienceTable } from '../audiences/repository.ts'
import { type CustomerSegmentRow, customerSegmentTable } from './repository.ts'
import { customerSegmentErrors, customerSegmentIdRange } from './resource.ts'
import { customerSegmentRules } from './rules.ts'
import type { CustomerSegment, CustomerSegmentCreate, CustomerSegmentUpdate } from './schema.ts'

/** Creates a customer segment in the account; throws when a rule refuses it. */
export function createCustomerSegment(
  world: World,
  { id: ad_account_id }: AdAccountContext,
  { name, audience_ids }: CustomerSegmentCreate,
): CustomerSegmentRow {
  const { db, rules, clock } = world
  const missing = missingAudiences(world, ad_account_id, audience_ids)
  rules.assert(customerSegmentRules, { operation: 'customer_segment/create', audience_ids, missing })
  const seq = customerSegmentTable.nextSequence(db)
  const now = clock.seconds()
  const segment: CustomerSegment = {
    id: idOf(customerSegmentIdRange, seq),
    name,
    ad_account_id,
    audience_ids,
    created_time: now,
    updated_time: now,
    status: 'ACTIVE',
  }
  return customerSegmentTable.insertEntity(db, segment, { seq, searched: name.toLowerCase() })
}

/** Changes the audiences of a segment, or removes it; throws when it is missing or a rule refuses it. */
export function changeCustomerSegment(
  world: World,
  { id: accountId }: AdAccountContext,
  { id, operation_type, audience_ids }: CustomerSegmentUpdate,
): void {
  const { db, rules, clock } = world
  const missing = missingAudiences(world, accountId, audience_ids ?? [])
  rules.assert(customerSegmentRules, { operation: 'customer_segment/update', operation_type, audience_ids, missing })
  const active = customerSegmentTable.find(db, accountId, id)
  const stored = found(active?.status === 'ACTIVE' ? active : undefined, customerSegmentErrors['customer_segment.id'])
  const before: CustomerSegment = JSON.parse(stored.json)
  const after: CustomerSegment = {
    ...before,
    audience_ids: (operation_type === 'UPDATE' && audience_ids) || before.audience_ids,
    updated_time: clock.seconds(),
    status: operation_type === 'REMOVE' ? 'DELETED' : 'ACTIVE',
  }
  customerSegmentTable.updateEntity(db, after, { seq: stored.seq, searched: stored.searched })
}

const missingAudiences = ({ db }: World, accountId: string, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => audienceTable.find(db, accountId, id) === undefined)
