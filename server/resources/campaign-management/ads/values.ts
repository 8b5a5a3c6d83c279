import type { gridClickTypes } from '#server/domain/ads/creatives.ts'
import type { Objective } from '#server/domain/ads/objectives.ts'

/** What stands above the products of a collection. */
export const collectionHeaders = ['SHOP_THIS_COLLECTION', 'EXPLORE_THIS_COLLECTION', 'NO_HEADER'] as const

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

/** Returns where a click in the grid leads under an objective. */
export const gridClickOf = (objective: Objective): (typeof gridClickTypes)[number] =>
  directObjectives.includes(objective) ? 'DIRECT_TO_DESTINATION' : 'CLOSEUP'
