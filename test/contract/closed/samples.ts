import { auctionCatalog, bootKey, upsert } from '#test/fixtures/advanced-auction.ts'
import { customerListIn } from '#test/fixtures/audiences.ts'
import { checkout } from '#test/fixtures/events.ts'
import { feedBody, feedIn } from '#test/fixtures/feeds.ts'
import { attributed } from '#test/fixtures/msot-events.ts'
import type { Mock } from '#test/support/mock.ts'
import { catalogSamples } from './catalog-samples.ts'
import type { ClosedSample } from './sample.ts'

/**
 * By operation id, and by the closed place that the body must have where no body has them all. An operation whose body
 * has closed objects needs one as soon as it is built.
 */
export const closedSamples: Readonly<Record<string, (mock: Mock, place: string) => Promise<ClosedSample>>> = {
  ...catalogSamples,
  'events/create': async () => ({
    method: 'POST',
    path: '/events',
    body: {
      data: [
        {
          ...checkout,
          app_info: { app_name: 'Shop' },
          custom_data: { currency: 'USD', contents: [{ id: 'product-1' }] },
          device_info: { os_family: 'ios' },
        },
      ],
    },
  }),
  'customer_lists/create': async () => ({
    method: 'POST',
    path: '/customer_lists',
    body: { name: 'Readers', records_v2: [{ email: 'a@example.com' }] },
  }),
  'customer_lists/update': async (mock) => ({
    method: 'PATCH',
    path: `/customer_lists/${(await customerListIn(mock)).id}`,
    body: { operation_type: 'ADD', records_v2: [{ email: 'a@example.com' }] },
  }),
  'integrations_logs/post': async () => ({
    method: 'POST',
    path: '/v5/integrations/logs',
    body: {
      logs: [
        {
          client_timestamp: 1_780_315_200_000,
          event_type: 'API',
          log_level: 'ERROR',
          error: { name: 'TypeError' },
          request: { method: 'GET', host: 'api.pinterest.com', path: '/v5/user_account' },
        },
      ],
    },
  }),
  'msot_events/create': async () => ({ method: 'POST', path: '/msot/events', body: attributed }),
  'advanced_auction_items_get/post': async (mock) => ({
    method: 'POST',
    path: '/v5/advanced_auction/items/get',
    body: { catalog_id: await auctionCatalog(mock), items: [bootKey] },
  }),
  'advanced_auction_items_submit/post': async (mock) => ({
    method: 'POST',
    path: '/v5/advanced_auction/items/submit',
    body: { catalog_id: await auctionCatalog(mock), items: [upsert({})] },
  }),
  'catalogs/create': async () => ({
    method: 'POST',
    path: '/v5/catalogs',
    body: { catalog_type: 'RETAIL', name: 'Outdoor' },
  }),
  'feeds/create': async () => ({ method: 'POST', path: '/v5/catalogs/feeds', body: feedBody }),
  'feeds/update': async (mock) => ({
    method: 'PATCH',
    path: `/v5/catalogs/feeds/${(await feedIn(mock)).id}`,
    body: { catalog_type: 'RETAIL', status: 'INACTIVE' },
  }),
}
