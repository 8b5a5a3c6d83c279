import type { gridClickTypes } from '../../domain/creatives.ts'
import type { Objective } from '../../domain/objectives.ts'

/** What the button below an ad says. */
export const callsToAction = [
  'GET_OFFER',
  'LEARN_MORE',
  'ORDER_NOW',
  'SHOP_NOW',
  'SIGN_UP',
  'SUBSCRIBE',
  'BUY_NOW',
  'CONTACT_US',
  'GET_QUOTE',
  'VISIT_SITE',
  'APPLY_NOW',
  'BOOK_NOW',
  'REQUEST_DEMO',
  'REGISTER_NOW',
  'FIND_A_DEALER',
  'ADD_TO_CART',
  'WATCH_NOW',
  'READ_MORE',
  'BUY_TICKETS',
  'DONATE_NOW',
  'DOWNLOAD',
  'EXPLORE_MORE',
  'FIND_A_LOCATION',
  'GET_DEAL',
  'GET_RECIPE',
  'GET_SHOWTIMES',
  'ON_SALE',
  'PLAY_GAME',
  'TRY_IT',
] as const
/** One of them. */
export type CallToAction = (typeof callsToAction)[number]

/** What the page behind `disclosure_url` is. */
export const disclosureTypes = [
  'NO_DISCLOSURE',
  'PRESCRIBING_INFORMATION',
  'PRESCRIBING_INFORMATION_BOX_WARNING',
  'IMPORTANT_SAFETY_INFO',
  'MED_GUIDE',
  'PATIENT_INFORMATION',
] as const

/** Objectives whose ads lead straight to their destination. Assumed. */
const directObjectives: readonly Objective[] = [
  'CONSIDERATION',
  'WEB_CONVERSION',
  'CATALOG_SALES',
  'SALES',
  'LEADS',
  'WEB_SESSIONS',
]

/** Where a click in the grid leads under an objective. */
export const gridClickOf = (objective: Objective): (typeof gridClickTypes)[number] =>
  directObjectives.includes(objective) ? 'DIRECT_TO_DESTINATION' : 'CLOSEUP'
