import { idOf } from '#server/domain/ids.ts'
import type { Refusal } from '#server/domain/rules/rule.ts'
import type { KnownAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import type { World } from '#server/worlds/world.ts'
import { findCampaign } from '../campaigns/repository.ts'
import {
  applyLabel,
  campaignsOf,
  countActive,
  findLabel,
  findLabelByValue,
  insertLabel,
  isApplied,
  type LabelRow,
  nextLabelSequence,
  removeLabel,
  updateLabel,
} from './repository.ts'
import {
  type ApplicationFacts,
  applicationRules,
  labelAccessRules,
  labelExists,
  labeledCampaignRules,
  labelRules,
} from './rules.ts'
import type { ChangedLabel, EntityLabel, NewLabel } from './schema.ts'

/** A stored label, or why it was refused, with what is known of it. */
export type LabelOutcome =
  | { readonly row: LabelRow }
  | { readonly refusals: readonly Refusal[]; readonly label?: LabelRow }

/** Creates one label in the account, and applies it when the request names a campaign, unless a rule refuses. */
export function createLabel(
  world: World,
  account: KnownAdAccount,
  { label_type, value }: NewLabel,
  campaignId?: string,
): LabelOutcome {
  const { db, rules } = world
  const twin = findLabelByValue(db, account.id, { label_type, value })
  const seq = nextLabelSequence(db)
  const row: LabelRow = { seq, id: idOf('label', seq), ad_account_id: account.id, label_type, value, status: 'ACTIVE' }
  const operation = 'labels/create'
  const refusals = accessOr(world, account, () => [
    ...rules.judge(labelRules, { operation, label_type, value, twin, activeOnCampaigns: () => [] }),
    ...(campaignId === undefined ? [] : judgeApplication(world, applicationFacts(world, operation, row, campaignId))),
  ])
  if (refusals.length > 0) return { refusals }
  insertLabel(db, row)
  if (campaignId !== undefined) applyLabel(db, row.id, campaignId)
  return { row }
}

/** Renames, archives or restores one label of the account, unless a rule refuses. */
export function changeLabel(world: World, account: KnownAdAccount, item: ChangedLabel): LabelOutcome {
  const { db, rules } = world
  const stored = findLabel(db, account.id, item.id)
  if (stored === undefined)
    return { refusals: accessOr(world, account, () => rules.judge([labelExists], { found: stored })) }
  const row: LabelRow = { ...stored, value: item.value ?? stored.value, status: item.status ?? stored.status }
  const same = findLabelByValue(db, account.id, row)
  const restored = stored.status === 'ARCHIVED' && row.status === 'ACTIVE'
  const refusals = accessOr(world, account, () =>
    rules.judge(labelRules, {
      operation: 'labels/update',
      label_type: row.label_type,
      value: row.value,
      twin: same?.id === row.id ? undefined : same,
      activeOnCampaigns: () =>
        restored ? campaignsOf(db, row.id).map((campaignId) => countActive(db, campaignId, row.label_type)) : [],
    }),
  )
  if (refusals.length > 0) return { refusals, label: row }
  updateLabel(db, row)
  return { row }
}

/** What a label is to a campaign after a call, and why nothing was done if so. */
export interface Application {
  readonly status: EntityLabel['status']
  readonly refusals: readonly Refusal[]
}

/** Applies the label to the campaign, or takes it away, unless a rule refuses. */
export function changeApplication(
  world: World,
  account: KnownAdAccount,
  operation: 'labels/apply' | 'labels/remove',
  label: LabelRow,
  campaignId: string,
): Application {
  const facts = applicationFacts(world, operation, label, campaignId)
  const refusals = accessOr(world, account, () => judgeApplication(world, facts))
  if (refusals.length > 0) return { status: 'NULL', refusals }
  if (operation === 'labels/remove') {
    removeLabel(world.db, label.id, campaignId)
    return { status: 'ARCHIVED', refusals }
  }
  if (label.status === 'ARCHIVED') return { status: 'ARCHIVED', refusals }
  if (!facts.applied()) applyLabel(world.db, label.id, campaignId)
  return { status: 'ACTIVE', refusals }
}

function accessOr(world: World, { features }: KnownAdAccount, judge: () => readonly Refusal[]): readonly Refusal[] {
  const barred = world.rules.judge(labelAccessRules, features)
  return barred.length > 0 ? barred : judge()
}

function judgeApplication({ rules }: World, facts: ApplicationFacts): readonly Refusal[] {
  const gone = rules.judge(labeledCampaignRules, facts)
  return gone.length > 0 ? gone : rules.judge(applicationRules, facts)
}

const applicationFacts = ({ db }: World, operation: string, label: LabelRow, campaignId: string): ApplicationFacts => ({
  operation,
  label,
  campaign: findCampaign(db, label.ad_account_id, campaignId),
  applied: () => isApplied(db, label.id, campaignId),
  active: () => countActive(db, campaignId, label.label_type),
})
