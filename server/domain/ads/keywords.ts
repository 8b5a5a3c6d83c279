/** How closely a search must match a keyword; a negative one keeps ads out of the search. */
export const matchTypes = ['BROAD', 'PHRASE', 'EXACT', 'EXACT_NEGATIVE', 'PHRASE_NEGATIVE'] as const
/** One of them. */
export type MatchType = (typeof matchTypes)[number]

/** Whether such a keyword excludes searches. */
export const isNegative = (matchType: MatchType): boolean => matchType.endsWith('_NEGATIVE')

/** What a keyword may be attached to. `AD_GROUP` was observed; the other two words are assumed. */
export const keywordParents = ['ADVERTISER', 'CAMPAIGN', 'AD_GROUP'] as const
/** One of them. */
export type KeywordParentType = (typeof keywordParents)[number]
