/** What an advertiser wants a campaign to achieve, as a campaign may be created today. */
export const objectives = [
  'AWARENESS',
  'CONSIDERATION',
  'WEB_CONVERSION',
  'CATALOG_SALES',
  'VIDEO_COMPLETION',
  'APP_INSTALL',
  'SALES',
  'LEADS',
  'CTV_CONSIDERATION',
] as const

/** Objectives that old campaigns may still have. */
export const deprecatedObjectives = ['WEB_SESSIONS', 'VIDEO_VIEW'] as const

/** An objective that a stored campaign may have. */
export type Objective = (typeof objectives)[number] | (typeof deprecatedObjectives)[number]

/** What a campaign is meant to promote. */
export const promotionTypes = ['LEGACY', 'STANDARD_AD', 'CATALOG'] as const
/** One of them. */
export type PromotionType = (typeof promotionTypes)[number]

/** What an ad group pays for. */
export const billableEvents = ['CLICKTHROUGH', 'IMPRESSION', 'VIDEO_V_50_MRC'] as const
/** One of them. */
export type BillableEvent = (typeof billableEvents)[number]

/** `intended_promotion_type` by objective, the default first. Documented: OTS and F133 (S528). */
const promotionTypesOf: Partial<Record<Objective, readonly PromotionType[]>> = {
  AWARENESS: ['STANDARD_AD'],
  VIDEO_COMPLETION: ['STANDARD_AD'],
  APP_INSTALL: ['STANDARD_AD'],
  CONSIDERATION: ['STANDARD_AD', 'CATALOG'],
  SALES: ['STANDARD_AD', 'CATALOG'],
  LEADS: ['STANDARD_AD'],
  WEB_CONVERSION: ['LEGACY', 'STANDARD_AD'],
  CATALOG_SALES: ['LEGACY'],
}

/** The promotion types that go with an objective, the default first; of some it is not known whether LEGACY does. */
export const promotionTypesFor = (objective: Objective): readonly PromotionType[] =>
  promotionTypesOf[objective] ?? ['STANDARD_AD', 'LEGACY']

/** Objectives for which Performance+ campaigns exist. Documented: S528. */
export const performancePlusObjectives: readonly Objective[] = [
  'CONSIDERATION',
  'WEB_CONVERSION',
  'SALES',
  'LEADS',
  'CATALOG_SALES',
  'APP_INSTALL',
]

/** Objectives for automated campaigns and for top of search alike. Documented: S528. */
export const lowerFunnelObjectives: readonly Objective[] = performancePlusObjectives.filter(
  (objective) => objective !== 'APP_INSTALL',
)

/** The billable events that are known to go with an objective; others are not judged. */
const billableEventsOf: Partial<Record<Objective, readonly BillableEvent[]>> = {
  AWARENESS: ['IMPRESSION'],
  CONSIDERATION: ['CLICKTHROUGH'],
  VIDEO_VIEW: ['VIDEO_V_50_MRC'],
  WEB_CONVERSION: ['IMPRESSION'],
  CATALOG_SALES: ['CLICKTHROUGH', 'IMPRESSION'],
  WEB_SESSIONS: ['CLICKTHROUGH'],
}

/** The billable events that go with an objective. */
export const billableEventsFor = (objective: Objective): readonly BillableEvent[] =>
  billableEventsOf[objective] ?? billableEvents

const bidNeededFor = new Set([
  'AWARENESS/IMPRESSION',
  'CONSIDERATION/CLICKTHROUGH',
  'CATALOG_SALES/CLICKTHROUGH',
  'VIDEO_VIEW/VIDEO_V_50_MRC',
])

/** Whether an ad group must name its bid, unless bidding is automatic. Documented: S523, S528. */
export const needsBid = (objective: Objective, event: BillableEvent): boolean =>
  bidNeededFor.has(`${objective}/${event}`)
