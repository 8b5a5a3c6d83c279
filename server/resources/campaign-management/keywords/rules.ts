import { isNegative, type KeywordParentType, type MatchType } from '#server/domain/ads/keywords.ts'
import { type EntityStatus, isFinal } from '#server/domain/ads/status.ts'
import { existenceRule } from '#server/domain/rules/existence-rule.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The entity that keywords are attached to: an ad group, a campaign or the ad account. */
export interface KeywordParent {
  readonly type: KeywordParentType
  readonly id: string
  /** The status of the parent and of all entities above it. */
  readonly statuses: readonly EntityStatus[]
}

/** Refuses every keyword of a missing parent. */
export const keywordParentExists: Rule<{ readonly parent: KeywordParent | undefined }> = {
  id: 'keyword.parent.exists',
  operations: ['keywords/create'],
  fields: ['parent_id'],
  refuses: 'item',
  essential: true,
  evidence: 'assumed',
  source: 'a decision of this project; what is archived takes nothing new',
  code: 2,
  message: 'parent_id: the ad account has no ad group or campaign of this id that is not archived, nor is it its own.',
  violated: ({ parent }) => parent === undefined || parent.statuses.some(isFinal),
}

/** The facts that the rules about a new keyword evaluate. */
export interface KeywordFacts {
  readonly parent: KeywordParent
  readonly match_type: MatchType
}

/** Rules about a new keyword. */
export const keywordRules: readonly Rule<KeywordFacts>[] = [
  {
    id: 'keyword.match-type.negative-only',
    operations: ['keywords/create'],
    fields: ['match_type', 'parent_id'],
    refuses: 'item',
    evidence: 'documented',
    source: 'S523 keywords/create',
    code: 1,
    message: 'Advertisers and Campaigns only accept excluded targeting attributes.',
    passes: 'match_type EXACT_NEGATIVE or PHRASE_NEGATIVE, or an ad group as the parent.',
    violated: ({ parent, match_type }) => parent.type !== 'AD_GROUP' && !isNegative(match_type),
  },
]

/** Refuses an update of a keyword that the ad account does not have. */
export const keywordExists = existenceRule({
  id: 'keyword.exists',
  operations: ['keywords/update'],
  fields: ['id'],
  message: 'Keyword not found.',
  passes: 'The id of a keyword of this ad account.',
})

/** Rules about an update of an existing keyword. */
export const keywordUpdateRules: readonly Rule<{ readonly archived: boolean }>[] = [
  {
    id: 'keyword.archived.final',
    operations: ['keywords/update'],
    fields: ['archived'],
    refuses: 'item',
    evidence: 'assumed',
    source: 'S523 keywords/update: archiving deletes; that it is final is assumed',
    code: 1,
    message: 'archived is final: nothing about an archived keyword can be changed any more.',
    passes: 'A change of a keyword that is not archived, or a new keyword.',
    violated: ({ archived }) => archived,
  },
]

/** The facts that the rules about a list of keywords evaluate: its filters. */
export interface KeywordListFacts {
  readonly campaign_id?: unknown
  readonly ad_group_id?: unknown
  readonly ad_group_ids?: unknown
}

const parentsOf = ({ campaign_id, ad_group_id, ad_group_ids }: KeywordListFacts) =>
  Object.entries({ campaign_id, ad_group_id, ad_group_ids }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  )

/** Rules about a list; each refuses the request. */
export const keywordListRules: readonly Rule<KeywordListFacts>[] = [
  {
    id: 'keyword.list.one-parent',
    operations: ['keywords/get'],
    fields: ['ad_group_id', 'ad_group_ids', 'campaign_id'],
    refuses: 'request',
    evidence: 'assumed',
    source: 'a decision of this project, as for the other lists: a keyword has one parent',
    code: 1,
    message: 'Invalid request: campaign_id, ad_group_id and ad_group_ids cannot be used together.',
    sent: parentsOf,
    violated: (filters) => parentsOf(filters).length > 1,
  },
]
