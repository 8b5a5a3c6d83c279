import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { dailyBudgetOf } from '#server/domain/ads/scheduled-change.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import { replaceChange } from '#server/resources/accounts/scheduled-changes/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { adGroupTable } from '../ad-groups/repository.ts'
import { adTable } from '../ads/repository.ts'
import { campaignTable } from '../campaigns/repository.ts'
import { changedSchedule, changeOf, newSchedule } from './entity.ts'
import type { EntityFacts } from './facts.ts'
import { type ScheduleRow, scheduleTable } from './repository.ts'
import { scheduleIdRange } from './resource.ts'
import { scheduledEntityExists, scheduleExists, scheduleRules } from './rules.ts'
import type { ScheduleCreate, ScheduledEntity, ScheduleUpdate, StoredSchedule } from './schema.ts'

/** Creates one schedule in the account, unless a rule refuses it. */
export function createSchedule(world: World, account: AdAccountContext, item: ScheduleCreate): Outcome<ScheduleRow> {
  const { db, rules, clock } = world
  const entity = entityOf(world, account.id, item)
  if (entity === undefined) return { violations: rules.evaluate([scheduledEntityExists], { found: entity }) }
  const seq = scheduleTable.nextSequence(db)
  const context = { id: idOf(scheduleIdRange, seq), ad_account_id: account.id, entity_type: entity.type }
  const after = newSchedule(item, context)
  const now = clock.seconds()
  const violations = rules.evaluate(scheduleRules, { operation: 'schedules/create', sent: item, after, now, entity })
  if (violations.length > 0) return { violations }
  const row = scheduleTable.insertEntity(db, after, { seq })
  replaceChange(db, after, changeOf(after), now)
  return { row }
}

/** Changes one schedule of the account, unless a rule refuses it. */
export function changeSchedule(world: World, account: AdAccountContext, item: ScheduleUpdate): Outcome<ScheduleRow> {
  const { db, rules, clock } = world
  const stored = scheduleTable.find(db, account.id, item.schedule_id)
  if (stored === undefined) return { violations: rules.evaluate([scheduleExists], { found: stored }) }
  const before: StoredSchedule = JSON.parse(stored.json)
  const entity = entityOf(world, account.id, before)
  if (entity === undefined) return { violations: rules.evaluate([scheduledEntityExists], { found: entity }) }
  const after = changedSchedule(before, item)
  const now = clock.seconds()
  const facts = { operation: 'schedules/update', sent: item, before, after, now, entity }
  const violations = rules.evaluate(scheduleRules, facts)
  if (violations.length > 0) return { violations }
  return {
    row: storeSchedule(world, stored, { ...after, entity_id: before.entity_id, entity_type: before.entity_type }),
  }
}

/** Stores a schedule that has changed, and what it changes from now on. */
export function storeSchedule({ db, clock }: World, { seq, json }: ScheduleRow, after: StoredSchedule): ScheduleRow {
  const row = scheduleTable.updateEntity(db, after, { seq })
  const [changed, stays] = [changeOf(after), changeOf(JSON.parse(json))].map((change) => JSON.stringify(change))
  if (changed !== stays) replaceChange(db, after, changeOf(after), clock.seconds())
  return row
}

/** What names the entity of a schedule. */
type EntityName = Pick<ScheduleCreate, 'entity_id' | 'entity_type'>

/** Returns the entity of an ad account that a schedule is about; undefined where there is none of the type. */
function entityOf(world: World, accountId: string, { entity_id, entity_type }: EntityName): EntityFacts | undefined {
  const kinds: Readonly<Record<ScheduledEntity, () => { readonly json: string } | undefined>> = {
    CAMPAIGN: () => campaignTable.find(world.db, accountId, entity_id),
    AD_GROUP: () => adGroupTable.find(world.db, accountId, entity_id),
    AD: () => adTable.find(world.db, accountId, entity_id),
    ADVERTISER: () => (entity_id === accountId ? { json: '{}' } : undefined),
  }
  for (const [type, find] of Object.entries(kinds) as [
    ScheduledEntity,
    () => { readonly json: string } | undefined,
  ][]) {
    const row = (entity_type ?? type) === type ? find() : undefined
    if (row === undefined) continue
    const fields = JSON.parse(row.json)
    return { type, dailyBudget: dailyBudgetOf(fields), bidOptions: fields.bid_options ?? {} }
  }
  return undefined
}
