import { hash } from '#server/domain/ids.ts'
import { type AudienceRule, counted } from './rule-schema.ts'
import type { AudienceType, AudienceUpdate, StoredAudience } from './schema.ts'

/** People by country, of whom an ACTALIKE audience is a share. Made up. */
const peopleIn: Readonly<Record<string, number>> = { US: 90_000_000, CA: 10_000_000, GB: 12_000_000 }

/**
 * Returns how many people a rule gathers: made up of the rule alone, and none for a customer list, which counts its
 * own.
 */
export function peopleOf(type: AudienceType, rule: AudienceRule): number {
  if (type === 'CUSTOMER_LIST' || rule.prefill === false) return 0
  if (type === 'ACTALIKE') {
    const percentage = Math.min(Math.max(counted(rule.percentage) ?? 0, 0), 100)
    return ((peopleIn[rule.country ?? ''] ?? 0) / 100) * percentage
  }
  return 1000 + (hash(JSON.stringify(rule)) % 9000)
}

/** Returns the rule as it is answered: what was sent, without nulls, which say nothing. */
export const givenRule = (rule: AudienceRule): AudienceRule =>
  Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== null && value !== undefined))

/** Returns the audience as an update leaves it. */
export const changedAudience = (before: StoredAudience, item: AudienceUpdate, now: number): StoredAudience => ({
  ...before,
  name: item.name ?? before.name,
  description: item.description === undefined ? before.description : item.description,
  rule: item.rule == null ? before.rule : givenRule(item.rule),
  updated_timestamp: now,
})

/** Returns warnings of what the official text requires and the real service accepts (observed). */
export const audienceWarnings = ({ audience_type, rule }: Pick<StoredAudience, 'audience_type' | 'rule'>) =>
  audience_type === 'ENGAGEMENT' && rule.engagement_domain == null
    ? ['rule has no engagement_domain, which Pinterest documents as required for ENGAGEMENT']
    : []
