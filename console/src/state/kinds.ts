import type { Row, Tables } from './world-export.ts'

/** Kinds of entities as they are grouped for people. What is in no group is shown last. */
const groups: Readonly<Record<string, readonly string[]>> = {
  Advertising: [
    'ad_accounts',
    'campaigns',
    'ad_groups',
    'ads',
    'labels',
    'keywords',
    'product_group_promotions',
    'promotions',
    'order_lines',
    'schedules',
    'targeting_templates',
    'campaign_ad_previews',
    'dynamic_titles',
    'bulk_requests',
  ],
  Content: ['pins', 'boards', 'board_sections', 'media', 'product_tags'],
  Audiences: [
    'audiences',
    'shared_audiences',
    'customer_lists',
    'customer_list_uploads',
    'customer_segments',
    'conversion_tags',
    'advertiser_defined_events',
    'conversion_deletion_requests',
  ],
  Catalogs: [
    'catalogs',
    'feeds',
    'feed_processing_results',
    'items',
    'item_batches',
    'product_groups',
    'catalog_reports',
    'integrations',
  ],
  Leads: ['lead_forms', 'leads', 'lead_subscriptions', 'leads_export'],
  Reports: ['reports', 'report_templates'],
  Billing: ['billing_profiles', 'billing_invoices', 'ads_credits'],
  People: [
    'users',
    'user_websites',
    'business_members',
    'business_partners',
    'business_invites',
    'business_asset_access',
    'asset_groups',
    'brand_accounts',
    'linked_businesses',
    'user_follows',
    'board_follows',
    'interest_follows',
    'access_tokens',
    'refresh_tokens',
  ],
}

const grouped = new Set(Object.values(groups).flat())

/** Returns the kinds of a world by group; tables that have rows and no group are last. */
export function groupsOf(tables: Tables | undefined): readonly (readonly [string, readonly string[]])[] {
  const others = Object.entries(tables ?? {})
    .filter(([name, rows]) => !grouped.has(name) && rows.length > 0)
    .map(([name]) => name)
  return [...Object.entries(groups), ...(others.length > 0 ? [['Other tables', others] as const] : [])]
}

/** Kinds that a list of the API gives whole; of the others, lists have a part or do not exist. */
export const listedByApi: ReadonlySet<string> = new Set([
  'ad_accounts',
  'campaigns',
  'ad_groups',
  'ads',
  'labels',
  'order_lines',
  'promotions',
  'targeting_templates',
  'audiences',
  'customer_lists',
  'customer_segments',
  'conversion_tags',
  'lead_forms',
  'billing_invoices',
  'pins',
  'boards',
  'media',
  'catalogs',
  'feeds',
  'product_groups',
  'integrations',
])

/** Returns the name of a kind for people. */
export const titleOf = (kind: string): string => {
  const words = kind.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Returns the id of an entity as the API or a table has it. */
export function idOf(row: Row): string | undefined {
  const id = row.id ?? row.media_id ?? row.request_id
  return typeof id === 'string' ? id : undefined
}

/** Returns what people call an entity: its name where it has one. */
export function nameOf(row: Row): string {
  for (const name of [
    'name',
    'title',
    'promotion_title',
    'asset_group_name',
    'value',
    'username',
    'website',
    'email',
  ]) {
    const value = row[name]
    if (typeof value === 'string' && value !== '') return value
  }
  return idOf(row) ?? ''
}
