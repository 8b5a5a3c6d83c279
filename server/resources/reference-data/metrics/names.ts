import { asyncColumns } from '#server/domain/reference/async-columns.ts'
import { syncColumns } from '#server/domain/reference/sync-columns.ts'

/** A type of conversion event that version 5.28 added: where its events happen, and whether they have a value. */
interface EventFamily {
  readonly places: readonly ('WEB' | 'INAPP' | 'OFFLINE')[]
  readonly isValued: boolean
}

const online = ['WEB', 'INAPP'] as const
const anywhere = [...online, 'OFFLINE'] as const

const families: Readonly<Record<string, EventFamily>> = {
  ADD_PAYMENT_INFO: { places: anywhere, isValued: true },
  ADD_TO_WISHLIST: { places: anywhere, isValued: true },
  APP_OPEN: { places: ['INAPP'], isValued: false },
  CONTACT: { places: anywhere, isValued: false },
  CUSTOMIZE_PRODUCT: { places: online, isValued: false },
  FIND_LOCATION: { places: online, isValued: false },
  INITIATE_CHECKOUT: { places: anywhere, isValued: true },
  SCHEDULE: { places: anywhere, isValued: false },
  START_TRIAL: { places: anywhere, isValued: false },
  SUBMIT_APPLICATION: { places: anywhere, isValued: false },
  SUBSCRIBE: { places: anywhere, isValued: true },
  VIEW_CONTENT: { places: anywhere, isValued: true },
}

const causes = ['CLICK', 'ENGAGEMENT', 'VIEW']
const value = '_VALUE_IN_MICRO_DOLLAR'

const ofFamilies = Object.entries(families).flatMap(([event, { places, isValued }]) => [
  `TOTAL_${event}`,
  `TOTAL_${event}_CONVERSION_RATE`,
  ...(isValued ? [`TOTAL_${event}${value}`] : []),
  ...causes.flatMap((cause) => ['', '_QUANTITY', value].map((figure) => `TOTAL_${cause}_${event}${figure}`)),
  ...places.flatMap((place) => [
    `${place}_${event}_COST_PER_ACTION`,
    `${place}_${event}_ROAS`,
    ...['', ...causes.map((cause) => `${cause}_`)].flatMap((cause) =>
      ['', value].map((figure) => `TOTAL_${place}_${cause}${event}${figure}`),
    ),
  ]),
])

/** Metrics of events that an advertiser defines: in total, and for each place. */
const ofOwnEvents = [
  'ADE_AVERAGE_VALUE_IN_MICRO_DOLLAR',
  'ADE_TOTAL_CONVERSION_RATE',
  ...['', ...anywhere.map((place) => `${place}_`)].flatMap((place) => [
    `ADE_${place}COST_PER_ACTION`,
    `ADE_${place}ROAS`,
    `ADE_TOTAL_${place}CONVERSIONS`,
    `ADE_TOTAL_${place}VALUE_IN_MICRO_DOLLAR`,
    ...['CLICK', 'VIEW'].flatMap((cause) => ['', value].map((figure) => `ADE_TOTAL_${place}${cause}${figure}`)),
  ]),
]

// biome-ignore format: a table
const others = [
  'APP_INSTALL_COST_PER_ACTION', 'APP_INSTALL_ROAS', 'CAMPAIGN_BOOKING_REFERENCE', 'CAMPAIGN_CUSTOM_LABELS',
  'COLLECTION_PIN_ITEM_CLICKTHROUGH_1', 'COLLECTION_PIN_ITEM_CLICKTHROUGH_2', 'COLLECTION_PIN_ITEM_IMPRESSION_1',
  'COLLECTION_PIN_ITEM_IMPRESSION_2', 'CPW_IN_DOLLAR', 'CPW_IN_MICRO_DOLLAR', 'IDEA_PIN_PAGE_BACKWARD_1',
  'IDEA_PIN_PAGE_BACKWARD_2', 'IDEA_PIN_PAGE_FORWARD_1', 'IDEA_PIN_PAGE_FORWARD_2', 'INAPP_SKAN_APP_INSTALL',
  'INAPP_SKAN_APP_INSTALL_CONVERSION_RATE', 'INAPP_SKAN_APP_INSTALL_COST_PER_ACTION',
  'INAPP_SKAN_ASSISTED_APP_INSTALL', 'PINTEREST_CHECKOUT_COST_PER_ACTION', 'PINTEREST_CHECKOUT_ROAS',
  'PROMOTED_CATALOG_PRODUCT_GROUP_SELECTED_IMAGE_TAG', 'SPEND_IN_MICRO_US_DOLLAR', 'SPEND_IN_US_DOLLAR',
  'SPEND_ORDER_LINE_ID', 'TOTAL_APP_INSTALL', 'TOTAL_APP_INSTALL_VALUE_IN_MICRO_DOLLAR',
  'TOTAL_COLLECTION_PIN_ITEM_CLICKTHROUGH', 'TOTAL_COLLECTION_PIN_ITEM_IMPRESSION', 'TOTAL_IDEA_PIN_PAGE_BACKWARD',
  'TOTAL_IDEA_PIN_PAGE_FORWARD', 'TOTAL_IMPRESSION_HOUSEHOLD_FREQUENCY', 'TOTAL_IMPRESSION_HOUSEHOLD_USER',
  'TOTAL_PINTEREST_CHECKOUT', 'TOTAL_PINTEREST_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
]

/** Columns of synchronous analytics for which the live service has no definition. */
const undefinedColumns = ['ADVERTISER_ID', 'AD_ACCOUNT_ID', 'PAID_VIDEO_VIEWABLE_RATE', 'VIDEO_MRC_VIEWS_1']

const ofSync = syncColumns.filter((name) => !undefinedColumns.includes(name))

/** All metrics of ads that the live service listed on 9 July 2026 (F58), by name. */
export const adsMetrics: readonly string[] = [...new Set([...ofSync, ...ofFamilies, ...ofOwnEvents, ...others])].sort()

/** Metrics that it listed without a display name. */
export const withoutDisplayName: ReadonlySet<string> = new Set([
  'COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1',
  'CPC_IN_MICRO_DOLLAR',
  'CPM_IN_MICRO_DOLLAR',
  'CPW_IN_DOLLAR',
  'CPW_IN_MICRO_DOLLAR',
  'ECPC_IN_MICRO_DOLLAR',
  'ECPM_IN_MICRO_DOLLAR',
  'OUTBOUND_CTR_1',
  'VIDEO_START',
])

const inSync: ReadonlySet<string> = new Set(syncColumns)
const inAsync: ReadonlySet<string> = new Set(asyncColumns)

/** Tells whether synchronous analytics of ads have the metric. */
export const isSync = (name: string): boolean => inSync.has(name)

/** Tells whether reports have the metric: it is one of their columns, or newer than the known lists of columns. */
export const isAsync = (name: string): boolean => inAsync.has(name) || !inSync.has(name)
