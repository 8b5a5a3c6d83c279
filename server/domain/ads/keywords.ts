/** How closely a search must match a keyword; negative types keep ads out of searches. */
export const matchTypes = ['BROAD', 'PHRASE', 'EXACT', 'EXACT_NEGATIVE', 'PHRASE_NEGATIVE'] as const
/** One of `matchTypes`. */
export type MatchType = (typeof matchTypes)[number]

/** Tells whether a match type excludes searches. */
export const isNegative = (matchType: MatchType): boolean => matchType.endsWith('_NEGATIVE')

/** The entities that a keyword can be attached to. `AD_GROUP` was observed; the other two are assumed. */
export const keywordParents = ['ADVERTISER', 'CAMPAIGN', 'AD_GROUP'] as const
/** One of `keywordParents`. */
export type KeywordParentType = (typeof keywordParents)[number]
