import type { Evidence } from '../rules/rule.ts'
import type { Role } from './roles.ts'

/** Which roles may change or read what, beside OWNER and ADMIN, which may change and read all. */
export interface Access {
  /** The tags by which the API's description groups operations. */
  readonly tags: readonly string[]
  /** Operations of any tag that the row is about instead of what its tags say of them. */
  readonly operations?: readonly string[]
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

/** Figures about ads, and the list of campaigns, whose roles are documented one by one. */
const adFigures = [
  'ad_account/analytics',
  'ad_account_targeting_analytics/get',
  'ad_groups/analytics',
  'ad_groups_targeting_analytics/get',
  'ad_pins/analytics',
  'ad_targeting_analytics/get',
  'ads/analytics',
  'analytics/create_report',
  'analytics/get_report',
  'campaign_targeting_analytics/get',
  'campaigns/analytics',
  'campaigns/list',
  'product_groups/analytics',
]

const insertionOrders = [
  'ssio_accounts/get',
  'ssio_insertion_orders_status/get_by_ad_account',
  'ssio_insertion_orders_status/get_by_pin_order_id',
  'ssio_order_lines/get_by_ad_account',
]

/** Who may read, where that is not everybody who has a role. */
export const readAccess: readonly Access[] = [
  { tags: ['lead_ads'], roles: [], evidence: 'documented', source: 'F144: OAP528' },
  { tags: ['advanced_auction'], roles: [], evidence: 'documented', source: 'S523 advanced_auction_items_get/post' },
  {
    tags: [],
    operations: adFigures,
    roles: ['ANALYST', 'CAMPAIGN_MANAGER'],
    evidence: 'documented',
    source: 'S523 campaigns/list, and as much of each',
  },
  {
    tags: [],
    operations: insertionOrders,
    roles: ['FINANCE_MANAGER', 'FINANCE_EDIT', 'FINANCE_VIEW', 'CAMPAIGN_MANAGER'],
    evidence: 'documented',
    source: 'S523 ssio_accounts/get, which says Finance; that all three roles of finance are meant is assumed',
  },
  {
    tags: ['catalogs', 'catalog_feeds', 'catalog_items', 'catalog_product_groups', 'catalog_reports'],
    roles: ['CATALOGS_MANAGER'],
    evidence: 'documented',
    source: 'S523 catalogs/list',
  },
  {
    tags: [],
    operations: ['pins/get'],
    roles: ['ANALYST', 'CAMPAIGN_MANAGER'],
    evidence: 'documented',
    source: 'S523 pins/get, for Pins on boards that are not secret',
  },
  {
    tags: [],
    operations: ['pins/analytics', 'multi_pins/analytics'],
    roles: ['ANALYST'],
    evidence: 'documented',
    source: 'S523 pins/analytics, for Pins on boards that are not secret',
  },
]
