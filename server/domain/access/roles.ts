import type { Evidence } from '../rules/rule.ts'

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

/** Which roles may change or read which resources, beside OWNER and ADMIN, which may change and read all. */
export interface Access {
  /** The tags by which the API's description groups operations. */
  readonly tags: readonly string[]
  readonly roles: readonly Role[]
  readonly evidence: Evidence
  readonly source: string
}

const adsTree = [
  'campaigns',
  'ad_groups',
  'ads',
  'keywords',
  'labels',
  'product_group_promotions',
  'promotions',
  'targeting_template',
  'bulk',
  'lead_forms',
  'schedules',
]

/** Who may write by tag. A tag without a row is for OWNER and ADMIN alone. */
export const writeAccess: readonly Access[] = [
  { tags: ['lead_ads'], roles: [], evidence: 'documented', source: 'F144: OAP528' },
  { tags: adsTree, roles: ['CAMPAIGN_MANAGER'], evidence: 'assumed', source: 'a decision of this project' },
  {
    tags: ['audiences', 'audience_sharing', 'customer_lists', 'customer_list_uploads', 'conversion_tags'],
    roles: ['AUDIENCE_MANAGER'],
    evidence: 'assumed',
    source: 'a decision of this project',
  },
  {
    tags: ['conversion_events'],
    roles: ['ANALYST', 'AUDIENCE_MANAGER', 'CAMPAIGN_MANAGER'],
    evidence: 'documented',
    source: 'S523 events/create',
  },
  {
    tags: ['msot_events'],
    roles: ['ANALYST', 'AUDIENCE_MANAGER', 'CAMPAIGN_MANAGER'],
    evidence: 'assumed',
    source: 'a decision of this project, as for conversion events',
  },
  {
    tags: ['advanced_auction'],
    roles: [],
    evidence: 'documented',
    source: 'S523 advanced_auction_items_submit/post',
  },
  {
    tags: ['billing'],
    roles: ['FINANCE_MANAGER', 'FINANCE_EDIT', 'CAMPAIGN_MANAGER'],
    evidence: 'documented',
    source: 'S523 ssio_insertion_order/create',
  },
  {
    tags: ['boards', 'pins', 'media'],
    roles: ['ANALYST', 'CAMPAIGN_MANAGER'],
    evidence: 'documented',
    source: 'S523 pins/save, for Pins on boards that are not secret; boards and media are assumed',
  },
  {
    tags: ['catalogs', 'catalog_feeds', 'catalog_items', 'catalog_product_groups', 'catalog_reports'],
    roles: ['CATALOGS_MANAGER'],
    evidence: 'documented',
    source: 'F113: OAP528; S523 catalogs/create',
  },
]

/** Who may read by tag, where that is not everybody who has a role. */
export const readAccess: readonly Access[] = [
  { tags: ['lead_ads'], roles: [], evidence: 'documented', source: 'F144: OAP528' },
  { tags: ['advanced_auction'], roles: [], evidence: 'documented', source: 'S523 advanced_auction_items_get/post' },
]

const always: readonly Role[] = ['OWNER', 'ADMIN']

/** Returns all roles that allow something, by tag. */
const rolesByTag = (access: readonly Access[]): ReadonlyMap<string, readonly Role[]> =>
  new Map(access.flatMap(({ tags, roles }) => tags.map((tag) => [tag, [...always, ...roles]] as const)))

const writersByTag = rolesByTag(writeAccess)
const readersByTag = rolesByTag(readAccess)

/** Returns the roles that allow the changes of operations with a tag. */
export const writersOf = (tag: string): readonly Role[] => writersByTag.get(tag) ?? always

/** Tells whether these roles on an ad account allow the changes of operations with a tag. */
export function mayWrite(permissions: readonly Role[], tag: string): boolean {
  const writers = writersOf(tag)
  return permissions.some((role) => writers.includes(role))
}

/** Tells whether these roles on an ad account allow to read what operations with a tag are about. */
export function mayRead(permissions: readonly Role[], tag: string): boolean {
  const readers = readersByTag.get(tag)
  return readers === undefined ? permissions.length > 0 : permissions.some((role) => readers.includes(role))
}
