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

/** Returns the keyword as it is answered. */
export const keywordOf = (row: KeywordRow): Keyword => ({
  archived: row.status === 'ARCHIVED',
  id: row.id,
  ...parentOf(row),
  type: 'KEYWORD',
  bid: null,
  match_type: row.match_type,
  value: row.value,
})

/** Returns what the response shows of a keyword that was refused: null for all that is not known (documented). */
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
