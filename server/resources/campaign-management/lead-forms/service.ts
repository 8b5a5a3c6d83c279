import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { World } from '#server/worlds/world.ts'
import { changedLeadForm, newLeadForm } from './entity.ts'
import { type LeadFormRow, leadFormTable } from './repository.ts'
import { leadFormIdRange } from './resource.ts'
import { leadFormAccessRules, leadFormExists, leadFormRules } from './rules.ts'
import type { LeadForm, LeadFormCreate, LeadFormUpdate } from './schema.ts'

/** Creates one lead form of the ad account, unless a rule refuses it. */
export function createLeadForm(
  { db, rules, clock }: World,
  { id: ad_account_id, features }: AdAccountContext,
  item: LeadFormCreate,
): Outcome<LeadFormRow> {
  const barred = rules.evaluate(leadFormAccessRules, features)
  if (barred.length > 0) return { violations: barred }
  const seq = leadFormTable.nextSequence(db)
  const after = newLeadForm(item, { id: idOf(leadFormIdRange, seq), ad_account_id, now: clock.seconds() })
  const violations = rules.evaluate(leadFormRules, {
    operation: 'lead_forms/create',
    sent: item,
    after,
    now: clock.seconds(),
  })
  if (violations.length > 0) return { violations }
  return { row: leadFormTable.insertEntity(db, after, { seq }) }
}

/** Changes one lead form of the ad account, unless a rule refuses it. */
export function changeLeadForm(
  { db, rules, clock }: World,
  { id: ownerId, features }: AdAccountContext,
  item: LeadFormUpdate,
): Outcome<LeadFormRow> {
  const barred = rules.evaluate(leadFormAccessRules, features)
  if (barred.length > 0) return { violations: barred }
  const stored = leadFormTable.find(db, ownerId, item.id)
  if (stored === undefined) return { violations: rules.evaluate([leadFormExists], { found: stored }) }
  const before: LeadForm = JSON.parse(stored.json)
  const after = changedLeadForm(before, item, clock.seconds())
  const violations = rules.evaluate(leadFormRules, {
    operation: 'lead_forms/update',
    sent: item,
    before,
    after,
    now: clock.seconds(),
  })
  if (violations.length > 0) return { violations }
  return { row: leadFormTable.updateEntity(db, after, { seq: stored.seq }) }
}
