import type { gridClickTypes } from '#server/domain/ads/creatives.ts'
import type { Objective } from '#server/domain/ads/objectives.ts'

/** The headers above the products of a collection. */
export const collectionHeaders = ['SHOP_THIS_COLLECTION', 'EXPLORE_THIS_COLLECTION', 'NO_HEADER'] as const

/** The types of the page at `disclosure_url`. */
export const disclosureTypes = [
  'NO_DISCLOSURE',
  'PRESCRIBING_INFORMATION',
  'PRESCRIBING_INFORMATION_BOX_WARNING',
  'IMPORTANT_SAFETY_INFO',
  'MED_GUIDE',
  'PATIENT_INFORMATION',
] as const

/** The objectives whose ads lead directly to their destination. Assumed. */
const directObjectives: readonly Objective[] = [
  'CONSIDERATION',
  'WEB_CONVERSION',
  'CATALOG_SALES',
  'SALES',
  'LEADS',
  'WEB_SESSIONS',
]

/** Returns the grid click type of an objective: where a click in the grid leads. */
export const gridClickOf = (objective: Objective): (typeof gridClickTypes)[number] =>
  directObjectives.includes(objective) ? 'DIRECT_TO_DESTINATION' : 'CLOSEUP'
