import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import type { World } from '#server/worlds/world.ts'
import { campaignTable } from '../campaigns/repository.ts'
import { type ApplicationFacts, applicationRules, labeledCampaignRules } from './application-rules.ts'
import {
  applyLabel,
  campaignsOf,
  countActive,
  findLabelByValue,
  isApplied,
  type LabelRow,
  labelTable,
  removeLabel,
} from './repository.ts'
import { labelIdRange } from './resource.ts'
import { labelAccessRules, labelExists, labelRules } from './rules.ts'
import type { ChangedLabel, EntityLabel, NewLabel } from './schema.ts'

/** Creates one label in the account, and applies it when the request names a campaign, unless a rule refuses it. */
export function createLabel(
  world: World,
  account: AdAccountContext,
  { label_type, value }: NewLabel,
  campaignId?: string,
): Outcome<LabelRow> {
  const { db, rules } = world
  const duplicate = findLabelByValue(db, account.id, { label_type, value })
  const seq = labelTable.nextSequence(db)
  const row: LabelRow = {
    seq,
    id: idOf(labelIdRange, seq),
    ad_account_id: account.id,
    label_type,
    value,
    status: 'ACTIVE',
  }
  const operation = 'labels/create'
  const violations = accessOr(world, account, () => [
    ...rules.evaluate(labelRules, { operation, label_type, value, duplicate, activeOnCampaigns: () => [] }),
    ...(campaignId === undefined ? [] : judgeApplication(world, applicationFacts(world, operation, row, campaignId))),
  ])
  if (violations.length > 0) return { violations }
  labelTable.insert(db, row)
  if (campaignId !== undefined) applyLabel(db, row.id, campaignId)
  return { row }
}

/** Renames, archives or restores one label of the account, unless a rule refuses it. */
export function changeLabel(world: World, account: AdAccountContext, item: ChangedLabel): Outcome<LabelRow> {
  const { db, rules } = world
  const stored = labelTable.find(db, account.id, item.id)
  if (stored === undefined)
    return { violations: accessOr(world, account, () => rules.evaluate([labelExists], { found: stored })) }
  const row: LabelRow = { ...stored, value: item.value ?? stored.value, status: item.status ?? stored.status }
  const same = findLabelByValue(db, account.id, row)
  const restored = stored.status === 'ARCHIVED' && row.status === 'ACTIVE'
  const violations = accessOr(world, account, () =>
    rules.evaluate(labelRules, {
      operation: 'labels/update',
      label_type: row.label_type,
      value: row.value,
      duplicate: same?.id === row.id ? undefined : same,
      activeOnCampaigns: () =>
        restored ? campaignsOf(db, row.id).map((campaignId) => countActive(db, campaignId, row.label_type)) : [],
    }),
  )
  if (violations.length > 0) return { violations, attempted: row }
  labelTable.update(db, row)
  return { row }
}

/** The state of a label on a campaign after a request, and the violations that prevented a change, if any. */
export interface Application {
  readonly status: EntityLabel['status']
  readonly violations: readonly Violation[]
}

/** Applies the label to the campaign or removes it, unless a rule refuses it. */
export function changeApplication(
  world: World,
  account: AdAccountContext,
  operation: 'labels/apply' | 'labels/remove',
  label: LabelRow,
  campaignId: string,
): Application {
  const facts = applicationFacts(world, operation, label, campaignId)
  const violations = accessOr(world, account, () => judgeApplication(world, facts))
  if (violations.length > 0) return { status: 'NULL', violations }
  if (operation === 'labels/remove') {
    removeLabel(world.db, label.id, campaignId)
    return { status: 'ARCHIVED', violations }
  }
  if (label.status === 'ARCHIVED') return { status: 'ARCHIVED', violations }
  if (!facts.applied()) applyLabel(world.db, label.id, campaignId)
  return { status: 'ACTIVE', violations }
}

function accessOr(
  world: World,
  { features }: AdAccountContext,
  judge: () => readonly Violation[],
): readonly Violation[] {
  const barred = world.rules.evaluate(labelAccessRules, features)
  return barred.length > 0 ? barred : judge()
}

function judgeApplication({ rules }: World, facts: ApplicationFacts): readonly Violation[] {
  const gone = rules.evaluate(labeledCampaignRules, facts)
  return gone.length > 0 ? gone : rules.evaluate(applicationRules, facts)
}

const applicationFacts = ({ db }: World, operation: string, label: LabelRow, campaignId: string): ApplicationFacts => ({
  operation,
  label,
  campaign: campaignTable.find(db, label.ad_account_id, campaignId),
  applied: () => isApplied(db, label.id, campaignId),
  active: () => countActive(db, campaignId, label.label_type),
})
