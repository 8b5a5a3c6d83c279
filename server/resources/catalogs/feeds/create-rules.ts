import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import { type MerchantFacts, merchantRules } from '#server/resources/accounts/users/merchant-rules.ts'
import type { FeedCreate } from './schema.ts'
import { type WebsiteFacts, websiteRules } from './website-rules.ts'

/** The facts that the rules about a new feed evaluate. */
export interface FeedCreateFacts extends MerchantFacts, WebsiteFacts {
  readonly item: FeedCreate
  /** The type of the catalog that is named; `default` where none is, undefined where the business has no such catalog. */
  readonly catalog: string | undefined
  /** Another feed of the business with the same name. */
  readonly duplicate: unknown
}

/** The type of catalog that a request is about. */
export const typeOf = ({ catalog_type }: { readonly catalog_type?: string | null | undefined }): string =>
  catalog_type ?? 'RETAIL'

/** What the rules about the name of a feed have in common. */
export const nameTaken = {
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

/** What rules have in common that refuse what the schema of the API does. */
export const invalid = { refuses: 'request', evidence: 'documented', source: 'F154', code: 1 } as const

/** Rules about a new feed. */
export const feedCreateRules: readonly Rule<FeedCreateFacts>[] = [
  ...merchantRules('feed.create', ['feeds/create'], ['not-business', 'pending', 'disapproved']),
  ...websiteRules,
  {
    id: 'feed.create.without-type',
    operations: ['feeds/create'],
    fields: ['default_country', 'default_locale'],
    refuses: 'request',
    status: 501,
    evidence: 'documented',
    source: 'F89 (S523 feeds/create)',
    code: 4181,
    message: 'Not implemented at the moment. Please, see documentation',
    literal: true,
    passes: 'A country, such as US, and a locale, such as en-US.',
    violated: ({ item }) => item.catalog_type == null && (item.default_country == null || item.default_locale == null),
  },
  {
    ...invalid,
    id: 'feed.create.locale-required',
    operations: ['feeds/create'],
    fields: ['default_locale'],
    message: "Invalid request: 'default_locale' is a required property.",
    passes: 'A locale, such as en-US.',
    violated: ({ item }) => item.catalog_type != null && item.default_locale == null,
  },
  {
    ...invalid,
    id: 'feed.create.country-required',
    operations: ['feeds/create'],
    fields: ['default_country', 'catalog_type'],
    message: "Invalid request: 'default_country' is a required property.",
    passes: 'A country, such as US; feeds of hotels need none.',
    violated: ({ item }) => item.catalog_type != null && item.catalog_type !== 'HOTEL' && item.default_country == null,
  },
  {
    ...invalid,
    id: 'feed.create.fields-of-type',
    source: 'F154, F155',
    operations: ['feeds/create'],
    fields: ['catalog_type', 'default_availability', 'default_country'],
    message: 'Invalid request: default_availability is for RETAIL only, and default_country not for HOTEL.',
    sent: ({ item: { catalog_type, default_availability, default_country } }) => ({
      catalog_type,
      default_availability,
      default_country,
    }),
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
