import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import { keepPast } from '#server/resources/accounts/delivery-history/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { adGroupTable } from '../ad-groups/repository.ts'
import { campaignTable } from '../campaigns/repository.ts'
import { type KeywordRow, keywordTable } from './repository.ts'
import { keywordIdRange } from './resource.ts'
import { type KeywordParent, keywordExists, keywordParentExists, keywordRules, keywordUpdateRules } from './rules.ts'
import type { ChangedKeyword, NewKeyword } from './schema.ts'

/**
 * Returns the parent that a `parent_id` names in the account: AG and C before the number name an ad group and a
 * campaign; a number alone may be either, or the ad account's.
 */
export function keywordParent(
  { db }: World,
  { id: accountId }: AdAccountContext,
  reference: string,
): KeywordParent | undefined {
  const [, letters, id = ''] = /^(AG|C)?(\d+)$/.exec(reference) ?? []
  const adGroup = letters === 'C' ? undefined : adGroupTable.find(db, accountId, id)
  if (adGroup !== undefined) return { type: 'AD_GROUP', id, statuses: [adGroup.status, adGroup.campaign_status] }
  const campaign = letters === 'AG' ? undefined : campaignTable.find(db, accountId, id)
  if (campaign !== undefined) return { type: 'CAMPAIGN', id, statuses: [campaign.status] }
  return letters === undefined && id === accountId ? { type: 'ADVERTISER', id, statuses: [] } : undefined
}

/** Creates one keyword of the parent, unless a rule refuses it. */
export function createKeyword(
  { db, rules, clock }: World,
  account: AdAccountContext,
  parent: KeywordParent | undefined,
  { match_type, value }: NewKeyword,
): Outcome<KeywordRow> {
  const orphaned = rules.evaluate([keywordParentExists], { parent })
  if (parent === undefined || orphaned.length > 0) return { violations: orphaned }
  const violations = rules.evaluate(keywordRules, { parent, match_type })
  if (violations.length > 0) return { violations }
  const seq = keywordTable.nextSequence(db)
  const row = keywordTable.insert<KeywordRow>(db, {
    seq,
    id: idOf(keywordIdRange, seq),
    ad_account_id: account.id,
    campaign_id: parent.type === 'CAMPAIGN' ? parent.id : null,
    ad_group_id: parent.type === 'AD_GROUP' ? parent.id : null,
    match_type,
    value,
    status: 'ACTIVE',
    created_time: clock.seconds(),
  })
  return { row }
}

/** Changes one keyword of the account, which can only archive it, unless a rule refuses it. */
export function changeKeyword(
  world: World,
  account: AdAccountContext,
  { id, archived }: ChangedKeyword,
): Outcome<KeywordRow> {
  const { db, rules } = world
  const stored = keywordTable.find(db, account.id, id)
  if (stored === undefined) return { violations: rules.evaluate([keywordExists], { found: stored }) }
  const violations = rules.evaluate(keywordUpdateRules, { archived: stored.status === 'ARCHIVED' })
  if (violations.length > 0) return { violations }
  return { row: archived === true ? storeStatus(world, stored, 'ARCHIVED') : stored }
}

/** Stores the status of a keyword, and what it was until now: reports of the past look at it. */
export function storeStatus({ db, clock }: World, before: KeywordRow, status: KeywordRow['status']): KeywordRow {
  const { id, ad_account_id, ad_group_id } = before
  const after = { ...before, status }
  const adGroup = ad_group_id === null ? undefined : adGroupTable.find(db, ad_account_id, ad_group_id)
  if (adGroup !== undefined) {
    const of = { kind: 'keyword', id, ad_account_id, campaign_id: adGroup.campaign_id } as const
    keepPast(db, of, before, after, clock.seconds())
  }
  return keywordTable.update(db, after)
}
