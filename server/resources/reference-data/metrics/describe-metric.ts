import { baseMetrics, type MetricDescription } from './descriptions.ts'

const events: Readonly<Record<string, readonly [one: string, many: string]>> = {
  PAGE_VISIT: ['page visit', 'page visits'],
  SIGNUP: ['signup', 'signups'],
  CHECKOUT: ['checkout', 'checkouts'],
  CUSTOM: ['custom event', 'custom events'],
  ADD_TO_CART: ['addition to a cart', 'additions to a cart'],
  ADD_TO_WISHLIST: ['addition to a wish list', 'additions to a wish list'],
  SUBSCRIBE: ['subscription', 'subscriptions'],
  LEAD: ['lead', 'leads'],
  SEARCH: ['search', 'searches'],
  WATCH_VIDEO: ['video watched', 'videos watched'],
  VIEW_CATEGORY: ['category view', 'category views'],
  SKAN_APP_INSTALL: ['app install by SKAdNetwork', 'app installs by SKAdNetwork'],
  APP_INSTALL: ['app install', 'app installs'],
  ADD_PAYMENT_INFO: ['addition of payment details', 'additions of payment details'],
  APP_OPEN: ['app opening', 'app openings'],
  CONTACT: ['contact', 'contacts'],
  CUSTOMIZE_PRODUCT: ['customized product', 'customized products'],
  FIND_LOCATION: ['search for a location', 'searches for a location'],
  INITIATE_CHECKOUT: ['begun checkout', 'begun checkouts'],
  SCHEDULE: ['appointment', 'appointments'],
  START_TRIAL: ['begun trial', 'begun trials'],
  SUBMIT_APPLICATION: ['application sent', 'applications sent'],
  VIEW_CONTENT: ['content view', 'content views'],
  // %s stands for the name of an event that an advertiser defines.
  ADE: ['%s event', '%s events'],
  UNKNOWN: ['event of an unknown kind', 'events of an unknown kind'],
  CONVERSIONS: ['conversion', 'conversions'],
}
const places: Readonly<Record<string, string>> = {
  WEB: ' on the website',
  INAPP: ' in the app',
  OFFLINE: ' offline',
  PINTEREST: ' on Pinterest',
}
const causes: Readonly<Record<string, string>> = {
  CLICK: ' after a click',
  VIEW: ' after a view',
  ENGAGEMENT: ' after an engagement',
}
const figures: Readonly<Record<string, (one: string, many: string) => MetricDescription>> = {
  AVERAGE_VALUE: (one) => [`Average value of a ${one}`, `What one ${one} was worth on average`],
  VALUE: (_one, many) => [`Value of ${many}`, `What ${many} were worth`],
  QUANTITY: (_one, many) => [`Quantity of ${many}`, `How many items there were in ${many}`],
  COST_PER_ACTION: (one, many) => [`Cost per ${one}`, `Spend divided by ${many}`],
  ROAS: (_one, many) => [`ROAS of ${many}`, `The value of ${many} divided by spend`],
  CONVERSION_RATE: (_one, many) => [`Conversion rate of ${many}`, `${capitalized(many)} divided by Pin clicks`],
}

const conversion = new RegExp(
  `^(?:TOTAL_)?(?:(?<place>${Object.keys(places).join('|')})_)?(?:(?<cause>${Object.keys(causes).join('|')})_)?` +
    `(?<event>${Object.keys(events).join('|')})` +
    `(?:_(?<figure>${Object.keys(figures).join('|')})|_(?<from>[A-Z]+)_ACTION_TO_(?<to>[A-Z]+)_CONVERSION)?$`,
)

const families: readonly (readonly [RegExp, (...parts: string[]) => MetricDescription])[] = [
  [/^VIDEO_P(\d+)_(?:COMBINED|COMPLETE)$/, (percent) => [`Plays to ${percent}%`, `Videos played to ${percent}%`]],
  [/^PRODUCT_ITEM_(\w+)$/, (part) => [`Product ${plain(part)}`, `The ${plain(part)} of the product`]],
  [
    /^SHOWCASE_(PIN|SUBPAGE|SUBPIN|CARD_THUMBNAIL)_(\w+)$/,
    (part, what) => [
      `Showcase ${plain(part)}: ${plain(what)}`,
      `${capitalized(plain(what))} of a showcase's ${plain(part)}, counted`,
    ],
  ],
]

const units: readonly (readonly [RegExp, string])[] = [
  [/_IN_MICRO_US_DOLLAR$/, ', in millionths of a US dollar'],
  [/_IN_US_DOLLAR$/, ', in US dollars'],
  [/_IN_MICRO_DOLLAR(?=_1$|$)/, ', in millionths of a currency unit'],
  [/_IN_DOLLAR(?=_1$|$)/, ', in currency units'],
]

const shares: readonly (readonly [RegExp, string])[] = [
  [/_1(?=_GROSS$|$)/, 'Paid'],
  [/_2$/, 'Earned'],
  [/^TOTAL_/, 'Total'],
]

const ofOwnEvent =
  /^ADE_(?<total>TOTAL_)?(?<place>(?:WEB|INAPP|OFFLINE)_)?(?<cause>(?:CLICK|VIEW)(?:_|$))?(?<figure>\w*)$/

/**
 * Returns the name of a metric of an advertiser-defined event in the order of other events' metrics: with the event at
 * the end.
 */
function asEvent(name: string): string {
  const { total = '', place = '', cause = '', figure = '' } = ofOwnEvent.exec(name)?.groups ?? {}
  const event = `${total}${place}${cause.replace(/(?<!_)$/, cause && '_')}ADE`
  return figure === '' || figure === 'CONVERSIONS' ? event : `${event}_${figure}`
}

/** Returns the display name and definition of a metric of ads, composed from the parts of its name. */
export function describeMetric(metric: string): MetricDescription {
  const name = metric.startsWith('ADE_') ? asEvent(metric) : metric
  const [unitMark, unit] = units.find(([mark]) => mark.test(name)) ?? [/$/, '']
  const measured = name.replace(unitMark, '')
  const [display, definition] = describeConversion(measured) ?? describeShare(measured)
  return [display, `${definition}${unit}`]
}

function describeShare(name: string): MetricDescription {
  const [mark, share] = shares.find(([found]) => found.test(name)) ?? [/$/, '']
  const [display, definition] = describeBase(name.replace(mark, ''))
  return share === ''
    ? [display, definition]
    : [`${share} ${uncapitalized(display)}`, `${share}: ${uncapitalized(definition)}`]
}

function describeBase(stem: string): MetricDescription {
  for (const [pattern, words] of families) {
    const match = pattern.exec(stem)
    if (match !== null) return words(...match.slice(1))
  }
  return baseMetrics[stem] ?? [plain(stem), plain(stem)]
}

function describeConversion(name: string): MetricDescription | undefined {
  const { place = '', cause = '', event, figure, from, to } = conversion.exec(name)?.groups ?? {}
  if (event === undefined) return undefined
  const rest = `${places[place] ?? ''}${causes[cause] ?? ''}`
  const [one, many] = (events[event] ?? ['', '']).map((words) => words + rest) as [string, string]
  if (from !== undefined && to !== undefined) {
    const path = `${plain(from)} to ${plain(to)}`
    return [
      capitalized(`${many}, ${path}`),
      `${capitalized(many)} on ${plain(to)} that an ad seen on ${plain(from)} led to`,
    ]
  }
  return figures[figure ?? '']?.(one, many) ?? [capitalized(many), `The number of ${many} that ads led to`]
}

const plain = (name: string): string => name.toLowerCase().replaceAll('_', ' ')
const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
const uncapitalized = (words: string): string =>
  /^(?!Pin )[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
