import { hash } from '#server/domain/ids.ts'
import { type AudienceRule, counted } from './rule-schema.ts'
import type { AudienceType, AudienceUpdate, StoredAudience } from './schema.ts'

/** Numbers of people by country, of which an ACTALIKE audience is a percentage. Made up. */
const peopleIn: Readonly<Record<string, number>> = { US: 90_000_000, CA: 10_000_000, GB: 12_000_000 }

/**
 * Returns the number of people that a rule gathers. It is made up, from the rule alone; 0 for a customer list, which
 * counts its own members.
 */
export function peopleOf(type: AudienceType, rule: AudienceRule): number {
  if (type === 'CUSTOMER_LIST' || rule.prefill === false) return 0
  if (type === 'ACTALIKE') {
    const percentage = Math.min(Math.max(counted(rule.percentage) ?? 0, 0), 100)
    return ((peopleIn[rule.country ?? ''] ?? 0) / 100) * percentage
  }
  return 1000 + (hash(JSON.stringify(rule)) % 9000)
}

/** Returns the rule without nulls, as responses have it. */
export const ruleWithoutNulls = (rule: AudienceRule): AudienceRule =>
  Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== null && value !== undefined))

/** Returns the audience after an update. */
export const changedAudience = (before: StoredAudience, item: AudienceUpdate, now: number): StoredAudience => ({
  ...before,
  name: item.name ?? before.name,
  description: item.description === undefined ? before.description : item.description,
  rule: item.rule == null ? before.rule : ruleWithoutNulls(item.rule),
  updated_timestamp: now,
})

/**
 * Returns warnings of missing fields that the official description requires, and without which the real service accepts
 * an audience (observed).
 */
export const audienceWarnings = ({ audience_type, rule }: Pick<StoredAudience, 'audience_type' | 'rule'>) =>
  audience_type === 'ENGAGEMENT' && rule.engagement_domain == null
    ? ['rule has no engagement_domain, which Pinterest documents as required for ENGAGEMENT']
    : []
