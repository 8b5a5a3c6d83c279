import type { RecordedCalls } from '../call.ts'

/** Calls of the operations on catalogs that were recorded. */
export const catalogCalls: RecordedCalls = {
  'catalogs_product_groups/list': ({ call }) => call('GET', '/v5/catalogs/product_groups?page_size=25'),
  'catalogs/list': ({ call }) => call('GET', '/v5/catalogs?page_size=25&country=US'),
}
