/** Operations that document 401, and not 403, for a caller who may not act for the ad account: F89 (S523). */
export const unauthorizedOperations: ReadonlySet<string> = new Set([
  'catalogs/list',
  'catalogs/create',
  'catalogs/available_filter_values',
  'feeds/list',
  'feeds/create',
  'feeds/get',
  'feed_processing_results/list',
  'items_issues/list',
  'catalogs_product_groups/list',
  'catalogs_product_groups/create',
  'catalogs_product_groups/create_many',
  'catalogs_product_groups/get',
  'catalogs_product_groups/update',
  'catalogs_product_groups/delete',
  'catalogs_product_groups/delete_many',
  'catalogs_product_group_pins/list',
  'products_by_product_group_filter/list',
])

/** Returns the status of an answer to an operation: that of its error, but for what is documented otherwise. */
export const statusFor = (problem: string, status: number, operation: string | undefined): number =>
  problem === 'ad_account.access' && operation !== undefined && unauthorizedOperations.has(operation) ? 401 : status
