import type { KeywordRow } from './repository.ts'
import type { Keyword, RefusedKeyword } from './schema.ts'

const parentOf = ({
  ad_account_id,
  campaign_id,
  ad_group_id,
}: KeywordRow): Pick<Keyword, 'parent_id' | 'parent_type'> => {
  if (ad_group_id !== null) return { parent_id: ad_group_id, parent_type: 'AD_GROUP' }
  if (campaign_id !== null) return { parent_id: campaign_id, parent_type: 'CAMPAIGN' }
  return { parent_id: ad_account_id, parent_type: 'ADVERTISER' }
}

/** Returns the keyword as responses have it. */
export const keywordOf = (row: KeywordRow): Keyword => ({
  archived: row.status === 'ARCHIVED',
  id: row.id,
  ...parentOf(row),
  type: 'KEYWORD',
  bid: null,
  match_type: row.match_type,
  value: row.value,
})

/** Returns a refused keyword as responses have it: null for every unknown field (documented). */
export const refusedKeyword = ({
  match_type = null,
  value = null,
  id = null,
}: Partial<RefusedKeyword>): RefusedKeyword => ({
  archived: null,
  match_type,
  parent_type: null,
  value,
  parent_id: null,
  type: 'keyword',
  id,
})
