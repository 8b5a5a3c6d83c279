import type { Json } from '../support/mock.ts'

/** What Pinterest's generated Python client (0.1.8) demands of a model, beyond which it raises. */
interface Model {
  /** Fields that may be missing, but not null. */
  readonly neverNull: readonly string[]
  /** Fields that must be whole numbers where they are there and not null. */
  readonly whole?: readonly string[]
  /** Fields that have these values alone. */
  readonly closed?: Readonly<Record<string, readonly string[]>>
}

const spendSummaries = ['RUNNING', 'PAUSED', 'NOT_STARTED', 'COMPLETED', 'ADVERTISER_DISABLED', 'ARCHIVED']
const entityStatuses = ['ACTIVE', 'PAUSED', 'ARCHIVED']
const times = ['created_time', 'updated_time']
const matchTypes = ['BROAD', 'PHRASE', 'EXACT', 'EXACT_NEGATIVE', 'PHRASE_NEGATIVE']

/** By the name of the model, the fields that the client reads. */
export const models = {
  AdAccount: { neverNull: ['owner', 'owner.id', 'owner.username', 'country', 'currency', 'permissions'] },
  Campaign: {
    neverNull: ['name', 'status', 'objective_type', 'summary_status', 'type', ...times],
    whole: ['lifetime_spend_cap', 'daily_spend_cap', 'start_time', 'end_time', ...times],
    closed: {
      summary_status: spendSummaries,
      objective_type: [
        ...['AWARENESS', 'CONSIDERATION', 'VIDEO_VIEW', 'WEB_CONVERSION'],
        ...['CATALOG_SALES', 'WEB_SESSIONS', 'VIDEO_COMPLETION'],
      ],
    },
  },
  AdGroup: {
    neverNull: [
      ...['budget_type', 'targeting_spec', 'lifetime_frequency_cap', 'placement_group'],
      ...['pacing_delivery_type', 'feed_profile_id', 'summary_status'],
    ],
    whole: ['budget_in_micro_currency', 'bid_in_micro_currency', 'lifetime_frequency_cap', 'start_time', ...times],
    closed: {
      billable_event: ['CLICKTHROUGH', 'IMPRESSION', 'VIDEO_V_50_MRC'],
      bid_strategy_type: ['AUTOMATIC_BID', 'MAX_BID', 'TARGET_AVG'],
    },
  },
  Ad: {
    neverNull: [
      ...['is_pin_deleted', 'is_removable', 'rejected_reasons', 'rejection_labels'],
      ...['review_status', 'summary_status', 'campaign_id'],
    ],
    whole: times,
    closed: {
      status: entityStatuses,
      review_status: ['OTHER', 'PENDING', 'REJECTED', 'APPROVED'],
      creative_type: [
        ...['REGULAR', 'VIDEO', 'SHOPPING', 'CAROUSEL', 'MAX_VIDEO'],
        ...['SHOP_THE_PIN', 'COLLECTION', 'IDEA', 'SHOWCASE', 'QUIZ'],
      ],
    },
  },
  Keyword: { neverNull: ['archived', 'id', 'parent_id', 'parent_type', 'type'], closed: { match_type: matchTypes } },
  Audience: { neverNull: ['rule', 'audience_type', 'status'], whole: ['size'] },
  CustomerList: {
    neverNull: ['exceptions', 'num_batches', 'num_removed_user_records', 'num_uploaded_user_records'],
    closed: { status: ['PROCESSING', 'READY', 'TOO_SMALL', 'UPLOADING'] },
  },
  ConversionTag: { neverNull: ['configs', 'code_snippet', 'version'] },
  Board: {
    neverNull: [
      ...['name', 'created_at', 'board_pins_modified_at', 'collaborator_count'],
      ...['pin_count', 'follower_count', 'media'],
    ],
    closed: { privacy: ['PUBLIC', 'PROTECTED', 'SECRET'] },
  },
  Pin: {
    neverNull: [
      ...['created_at', 'board_id', 'board_owner', 'media'],
      ...['is_owner', 'is_standard', 'has_been_promoted'],
    ],
  },
} satisfies Readonly<Record<string, Model>>

/** The largest number that clients read which were generated for Go, Java, C# and Swift. */
const largest = 2 ** 31 - 1

/** Where the client would raise on reading this answer as that model. */
export function raisedBy(name: keyof typeof models, answer: Json): readonly string[] {
  const { neverNull, whole = [], closed = {} }: Model = models[name]
  const at = (path: string): Json => path.split('.').reduce((value, key) => value?.[key], answer)
  return [
    ...neverNull.filter((path) => at(path) === null).map((path) => `${name}.${path} is null`),
    ...whole
      .filter((path) => at(path) != null && (!Number.isInteger(at(path)) || at(path) > largest))
      .map((path) => `${name}.${path} is ${at(path)}`),
    ...Object.entries(closed)
      .filter(([path, values]) => at(path) != null && !values.includes(at(path)))
      .map(([path]) => `${name}.${path} is ${at(path)}`),
    ...Object.entries(answer)
      .filter(([key, value]) => /(^|_)id$/.test(key) && value !== null && !/^\d+$/.test(String(value)))
      .map(([key, value]) => `${name}.${key} is ${value}`),
  ]
}
