type Item = Readonly<Record<string, unknown>>
type What = 'create' | 'update'

const most: Readonly<Record<string, number>> = { campaigns: 30, ad_groups: 30, ads: 30 }

const longestLabel = 100

const required: Readonly<Record<string, readonly string[]>> = {
  'create campaigns': ['name', 'objective_type'],
  'create ad_groups': ['name', 'campaign_id', 'billable_event'],
  'create ads': ['ad_group_id', 'creative_type', 'pin_id'],
  'create keywords': ['match_type', 'value'],
  'create labels': ['label_type', 'value'],
}

const isMoney = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0
const isText = (longest: number) => (value: unknown) => typeof value === 'string' && value.length <= longest
const isFlag = (value: unknown): boolean => typeof value === 'boolean'
const oneOf =
  (...words: readonly string[]) =>
  (value: unknown) =>
    words.includes(String(value))

/** What a value must be for its request to be looked into at all. */
const shapes: Readonly<Record<string, (value: unknown) => boolean>> = {
  name: isText(255),
  value: isText(120),
  match_type: oneOf('BROAD', 'PHRASE', 'EXACT', 'EXACT_NEGATIVE', 'PHRASE_NEGATIVE'),
  label_type: oneOf('BRAND', 'CUSTOM'),
  status: oneOf('ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT'),
  objective_type: oneOf(
    'AWARENESS',
    'CONSIDERATION',
    'WEB_CONVERSION',
    'CATALOG_SALES',
    'VIDEO_COMPLETION',
    'APP_INSTALL',
    'SALES',
    'LEADS',
    'CTV_CONSIDERATION',
  ),
  billable_event: oneOf('CLICKTHROUGH', 'IMPRESSION', 'VIDEO_V_50_MRC'),
  creative_type: oneOf('REGULAR', 'CAROUSEL'),
  budget_type: oneOf('DAILY', 'LIFETIME', 'CBO_ADGROUP'),
  campaign_id: (value) => /^\d+$/.test(String(value)),
  daily_spend_cap: isMoney,
  lifetime_spend_cap: isMoney,
  bid_in_micro_currency: isMoney,
  budget_in_micro_currency: isMoney,
  is_campaign_budget_optimization: isFlag,
}

/** Whether a batch is refused as a whole: for its size, the shape of an item, or events that updates do not take. */
export function isUnfit(kind: string, what: What, items: readonly Item[]): boolean {
  if (items.length === 0 || items.length > (most[kind] ?? Number.POSITIVE_INFINITY)) return true
  return items.some((item) => isMisshapen(item, required[`${what} ${kind}`] ?? ['id'], kind, what))
}

function isMisshapen(item: Item, needed: readonly string[], kind: string, what: What): boolean {
  if (needed.some((name) => item[name] === undefined || item[name] === null)) return true
  const { tracking_urls: tracking } = item
  const unsupported = typeof tracking === 'object' && tracking !== null && 'buyable_button' in tracking
  if (kind === 'labels' && typeof item.value === 'string' && item.value.length > longestLabel) return true
  if (kind === 'ad_groups' && what === 'update' && unsupported) return true
  return Object.entries(item).some(([name, value]) => value !== null && shapes[name]?.(value) === false)
}
