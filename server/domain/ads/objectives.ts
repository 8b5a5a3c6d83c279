/** The objectives that a campaign can be created with. */
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

/** The promotion types of a campaign. */
export const promotionTypes = ['LEGACY', 'STANDARD_AD', 'CATALOG'] as const
/** One of `promotionTypes`. */
export type PromotionType = (typeof promotionTypes)[number]

/** The events that an ad group pays for. */
export const billableEvents = ['CLICKTHROUGH', 'IMPRESSION', 'VIDEO_V_50_MRC'] as const
/** One of `billableEvents`. */
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

/**
 * Returns the promotion types of an objective, the default first. For some objectives it is unknown whether LEGACY is
 * one.
 */
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

/** Objectives of both automated campaigns and top of search. Documented: S528. */
export const lowerFunnelObjectives: readonly Objective[] = performancePlusObjectives.filter(
  (objective) => objective !== 'APP_INSTALL',
)

/** The known billable events of objectives; other objectives accept all. */
const billableEventsOf: Partial<Record<Objective, readonly BillableEvent[]>> = {
  AWARENESS: ['IMPRESSION'],
  CONSIDERATION: ['CLICKTHROUGH'],
  VIDEO_VIEW: ['VIDEO_V_50_MRC'],
  WEB_CONVERSION: ['IMPRESSION'],
  CATALOG_SALES: ['CLICKTHROUGH', 'IMPRESSION'],
  WEB_SESSIONS: ['CLICKTHROUGH'],
}

/** Returns the billable events of an objective. */
export const billableEventsFor = (objective: Objective): readonly BillableEvent[] =>
  billableEventsOf[objective] ?? billableEvents

const bidNeededFor = new Set([
  'AWARENESS/IMPRESSION',
  'CONSIDERATION/CLICKTHROUGH',
  'CATALOG_SALES/CLICKTHROUGH',
  'VIDEO_VIEW/VIDEO_V_50_MRC',
])

/** Tells whether an ad group needs a bid, unless bidding is automatic. Documented: S523, S528. */
export const needsBid = (objective: Objective, event: BillableEvent): boolean =>
  bidNeededFor.has(`${objective}/${event}`)
