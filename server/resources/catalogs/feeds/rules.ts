import type { Rule, RuleEntry } from '#server/domain/rules/rule.ts'
import { type MerchantFacts, merchantRules } from '#server/resources/accounts/users/merchant-rules.ts'
import { feedCreateRules, invalid, nameTaken, typeOf } from './create-rules.ts'
import type { Feed, FeedUpdate } from './schema.ts'

/** The facts that the rules about a change of a feed evaluate. */
export interface FeedUpdateFacts extends MerchantFacts {
  readonly item: FeedUpdate
  readonly before: Feed
  readonly duplicate: unknown
}

/** The facts that the rules about the deletion of a feed evaluate. */
export interface FeedDeleteFacts extends MerchantFacts {
  /** Whether an active promotion shows a product group of the feed. */
  readonly isPromoted: boolean
}

/** Rules about a change of a feed. */
export const feedUpdateRules: readonly Rule<FeedUpdateFacts>[] = [
  ...merchantRules('feed.update', ['feeds/update'], ['disapproved', 'under-review']),
  {
    ...invalid,
    id: 'feed.update.type',
    source: 'F155',
    operations: ['feeds/update'],
    fields: ['catalog_type', 'default_availability'],
    message: 'Invalid request: catalog_type is that of the feed, and default_availability for RETAIL only.',
    sent: ({ item: { catalog_type, default_availability } }) => ({ catalog_type, default_availability }),
    violated: ({ item, before }) =>
      typeOf(item) !== before.catalog_type || (before.catalog_type !== 'RETAIL' && item.default_availability != null),
  },
  {
    ...nameTaken,
    id: 'feed.update.name-taken',
    operations: ['feeds/update'],
    source: 'F82 of feeds/create',
    sent: ({ item }) => item.name,
    violated: ({ duplicate }) => duplicate !== undefined,
  },
]

/** Rules about the deletion of a feed. */
export const feedDeleteRules: readonly Rule<FeedDeleteFacts>[] = [
  ...merchantRules('feed.delete', ['feeds/delete'], ['disapproved', 'under-review']),
  {
    id: 'feed.delete.promoted',
    operations: ['feeds/delete'],
    fields: ['feed_id'],
    refuses: 'request',
    status: 409,
    evidence: 'documented',
    source: 'F87 (S523 feeds/delete)',
    code: 4162,
    message: "We can't disable a Product Group with active promotions.",
    literal: true,
    passes: 'A feed none of whose product groups has an active promotion.',
    violated: ({ isPromoted }) => isPromoted,
  },
]

/** All rules about feeds. */
export const feedRules: readonly RuleEntry[] = [...feedCreateRules, ...feedUpdateRules, ...feedDeleteRules]
