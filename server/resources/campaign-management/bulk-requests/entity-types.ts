/** The types of entities that downloads have, with the key of each in a JSON file. */
export const entityKeys = {
  CAMPAIGN: 'campaigns',
  AD_GROUP: 'ad_groups',
  PRODUCT_GROUP: 'product_groups',
  AD: 'ads',
  KEYWORD: 'keywords',
  LABEL: 'labels',
  SCHEDULE: 'schedules',
  ENTITY_HISTORY: 'entity_history',
} as const

/** A type of entities in downloads. */
export type BulkEntityType = keyof typeof entityKeys

/** All types, parents before children. */
export const bulkEntityTypes = Object.keys(entityKeys) as [BulkEntityType, ...BulkEntityType[]]
