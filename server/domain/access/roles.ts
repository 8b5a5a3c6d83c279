/** The roles that a user can have on an ad account. */
export const roles = [
  'OWNER',
  'ADMIN',
  'ANALYST',
  'SOS_READER',
  'FINANCE_MANAGER',
  'FINANCE_VIEW',
  'FINANCE_EDIT',
  'AUDIENCE_MANAGER',
  'CAMPAIGN_MANAGER',
  'CATALOGS_MANAGER',
  'RESTRICTED_OWNER',
  'PROFILE_MANAGER',
  'PROFILE_PUBLISHER',
  'RESOURCE_PINNER_LIST_OWNER',
  'RESOURCE_PINNER_LIST_READER',
  'BIZ_PINNER_LIST_SHARER',
  'RESOURCE_CONVERSION_TAGS_READER',
] as const
/** One of `roles`. */
export type Role = (typeof roles)[number]
