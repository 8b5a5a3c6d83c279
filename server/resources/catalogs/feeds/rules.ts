import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import { type MerchantFacts, merchantRules } from '#server/resources/accounts/users/merchant-rules.ts'
import type { Feed, FeedCreate, FeedUpdate } from './schema.ts'
import { type WebsiteFacts, websiteRules } from './website-rules.ts'

/** The facts that the rules about a new feed evaluate. */
export interface FeedCreateFacts extends MerchantFacts, WebsiteFacts {
  readonly item: FeedCreate
  /** The type of the catalog that is named; `default` where none is, undefined where the business has no such catalog. */
  readonly catalog: string | undefined
  /** Another feed of the business with the same name. */
  readonly duplicate: unknown
}

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

const typeOf = ({ catalog_type }: { readonly catalog_type?: string | null | undefined }): string =>
  catalog_type ?? 'RETAIL'

const nameTaken = {
  fields: ['name'],
  refuses: 'request',
  status: 422,
  essential: true,
  evidence: 'observed',
  source: 'F82, F89',
  code: 4170,
  message: 'The feed name already exists.',
  literal: true,
  passes: 'Another name.',
} as const

const invalid = { refuses: 'request', evidence: 'documented', source: 'F154', code: 1 } as const

/** Rules about a new feed. */
export const feedCreateRules: readonly Rule<FeedCreateFacts>[] = [
  ...merchantRules('feed.create', ['feeds/create'], ['not-business', 'pending', 'disapproved']),
  ...websiteRules,
  {
    ...invalid,
    id: 'feed.create.locale-required',
    operations: ['feeds/create'],
    fields: ['default_locale'],
    message: "Invalid request: 'default_locale' is a required property.",
    passes: 'A locale, such as en-US.',
    violated: ({ item }) => item.default_locale == null,
  },
  {
    ...invalid,
    id: 'feed.create.country-required',
    operations: ['feeds/create'],
    fields: ['default_country', 'catalog_type'],
    message: "Invalid request: 'default_country' is a required property.",
    passes: 'A country, such as US; feeds of hotels need none.',
    violated: ({ item }) => typeOf(item) !== 'HOTEL' && item.default_country == null,
  },
  {
    ...invalid,
    id: 'feed.create.fields-of-type',
    source: 'F154, F155',
    operations: ['feeds/create'],
    fields: ['catalog_type', 'default_availability', 'default_country'],
    message: 'Invalid request: default_availability is for RETAIL only, and default_country not for HOTEL.',
    sent: ({ item }) => item.catalog_type,
    violated: ({ item }) =>
      (typeOf(item) !== 'RETAIL' && item.default_availability != null) ||
      (typeOf(item) === 'HOTEL' && item.default_country != null),
  },
  {
    ...assumed,
    id: 'feed.create.catalog',
    operations: ['feeds/create'],
    fields: ['catalog_id', 'catalog_type'],
    refuses: 'request',
    message: 'Invalid request: catalog_id is no catalog of the business that has the catalog_type of the feed.',
    sent: ({ item }) => item.catalog_id,
    violated: ({ item, catalog }) => catalog !== 'default' && catalog !== typeOf(item),
  },
  {
    ...nameTaken,
    id: 'feed.create.name-taken',
    operations: ['feeds/create'],
    sent: ({ item }) => item.name,
    violated: ({ duplicate }) => duplicate !== undefined,
  },
]

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
    sent: ({ item }) => item.catalog_type,
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
