import type { Database } from '#db/database.ts'
import { conversionTagTable } from '#server/resources/conversions/conversion-tags/repository.ts'
import { customerListTable } from '../customer-lists/repository.ts'
import { type AudienceRule, listed } from './rule-schema.ts'
import type { AudienceType } from './schema.ts'
import { findUsableAudience } from './shares.ts'

/** The facts that the rules of audiences evaluate. */
export interface AudienceFacts {
  readonly audience_type: AudienceType
  readonly rule: AudienceRule
  readonly listExists: () => boolean
  readonly unknownTags: () => readonly string[]
  readonly unknownSeeds: () => readonly string[]
}

/** Returns the facts about an audience of the ad account. */
export const audienceFacts = (
  db: Database,
  accountId: string,
  { audience_type, rule }: Pick<AudienceFacts, 'audience_type' | 'rule'>,
): AudienceFacts => ({
  audience_type,
  rule,
  listExists: () => customerListTable.find(db, accountId, rule.customer_list_id ?? '') !== undefined,
  unknownTags: () =>
    listed(rule.visitor_source_id).filter((id) => conversionTagTable.find(db, accountId, id) === undefined),
  unknownSeeds: () => listed(rule.seed_id).filter((id) => findUsableAudience(db, accountId, id) === undefined),
})
