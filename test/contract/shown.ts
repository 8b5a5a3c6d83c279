import type { Json } from '../support/mock.ts'

const account = '/ad_accounts/549755885262'
const business = '/businesses/1055601737567567993'
const outlets = '1055601737567568268'
const audience_id = '2542600000086'
const others = `${business}/invites?is_member=false`

/** Calls that change something of the built-in seed, where the example of the document does not: path and body. */
export const changes: Readonly<Record<string, { readonly path?: string; readonly body?: unknown }>> = {
  'ads_credit/redeem': {
    body: { offerCodeHash: '709e37ac6bd484d282a013c309ef1d3800377caf36b4d5bcc76e678de82a7dc7', validateOnly: false },
  },
  'follow_user/update': { path: '/user_account/following/harbour_agency' },
  'labels/apply': { path: `${account}/labels/1106000000202/apply` },
  'schedules/update': { body: [{ id: '7120000000071', schedule_id: '7120000000071', name: 'Shortest days' }] },
  'system_user/update': { body: { name: 'Invoices API' } },
  'verify_website/update': { body: { website: 'spring.example.com', verification_method: 'METATAG' } },
  update_ad_account_to_ad_account_shared_audience: {
    body: { audience_id, operation_type: 'REVOKE', recipient_account_ids: ['549755885345'] },
  },
  update_ad_account_to_business_shared_audience: {
    body: { audience_id, operation_type: 'REVOKE', recipient_business_ids: [outlets] },
  },
}

/** Requests that show what an operation stores, beside the reads of its tag: each is a path, or with a body sent there. */
export const shownBy: Readonly<Record<string, readonly (readonly [path: string, body?: unknown])[]>> = {
  'advanced_auction_items_submit/post': [
    [
      '/advanced_auction/items/get',
      { catalog_id: '864344156800000075', items: [{ item_id: 'BOOT-1', country: 'US', language: 'EN' }] },
    ],
  ],
  'asset_access_requests/create': [[`${others}&invite_type=PARTNER_REQUEST`]],
  'asset_group/create': [[`${business}/assets?asset_type=ASSET_GROUP`]],
  'asset_group/delete': [[`${business}/assets?asset_type=ASSET_GROUP`]],
  'asset_group/update': [[`${business}/assets?asset_type=ASSET_GROUP`]],
  create_asset_invites: [[others]],
  delete_partner_asset_access_handler_impl: [[`${business}/partners/1055601737567568000/assets?asset_type=PROFILE`]],
  'events/create': [[`${account}/conversion_eqs?lookback_period=14d`]],
  'items_batch/post': [
    [
      '/catalogs/items',
      { country: 'US', language: 'en-US', filters: { catalog_type: 'RETAIL', item_ids: ['BOOT-3'] } },
    ],
  ],
  'keywords/create': [[`${account}/keywords?ad_group_id=2680000000071`]],
  'keywords/update': [[`${account}/keywords?ad_group_id=2680000000071`]],
  'labels/apply': [[`${account}/labels?campaign_ids=626700000102`]],
  'labels/remove': [[`${account}/labels?campaign_ids=626700000102`]],
  'pins/save': [['/boards/1055601668848091291/pins']],
  respond_business_access_invites: [
    [`${business}/partners?partner_type=EXTERNAL`],
    [`${others}&invite_type=PARTNER_REQUEST`],
  ],
  'system_user/update': [[`${business}/members?fetch_system_users=true`]],
  update_ad_account_to_business_shared_audience: [
    [`${account}/audiences/shared/accounts?audience_id=${audience_id}&account_type=BUSINESS_ACCOUNT`],
  ],
}

/** Paths of reads that the response of a call leads to. */
export const ledTo: Readonly<Record<string, (answer: Json) => string>> = {
  'brand_accounts/create': ({ brand_account_id: id }) => `/businesses/${id}/members`,
  'bulk_download/create': ({ request_id }) => `${account}/bulk/${request_id}`,
  'bulk_upsert/create': ({ request_id }) => `${account}/bulk/${request_id}`,
  'catalogs_local_inventory_items_batch/operate': ({ batch_id }) =>
    `/catalogs/864344156800000075/supplemental_items/batch/${batch_id}`,
  'customer_list_uploads/create': ({ customer_list_upload: { id } }) =>
    `${account}/customer_lists/1000077/uploads/${id}`,
  'leads_export/create': ({ leads_export_id }) => `${account}/leads_export/${leads_export_id}`,
}

/** Operations that change nothing of the built-in seed, by id, and why. */
export const storesNothing: Readonly<Record<string, string>> = {
  'ad_groups/audience_sizing': 'computed',
  'ad_groups_bid_floor/get': 'computed',
  'ad_groups_dynamic_titles/process_csv': 'the example names a file that was processed',
  'ad_previews/create': 'computed',
  'advanced_auction_items_get/post': 'reads',
  'catalogs_local_inventory_items/post': 'reads',
  get_campaign_delivery_estimates: 'computed',
  'integrations_logs/post': 'logs are checked alone',
  'items/post': 'reads',
  'notification/post': 'notifications are checked alone',
  'product_tags/bulk_delete': 'the example names a tag that the Pin does not have',
  'products_by_product_group_filter/list': 'reads',
  'reports/create': 'the token of a report says what it is of',
  'token/revoke': 'the example names a token that nobody was given',
  update_business_to_ad_account_shared_audience: 'the example shares what is shared',
  update_business_to_business_shared_audience: 'the example shares what is shared',
}

/** Operations of whose changes no read shows anything, by id, and why. */
export const unseen: Readonly<Record<string, string>> = {
  'brand_accounts/update': 'no read of the hierarchy has profiles',
  'lead_form_test/create': 'leads are sent to webhooks, and stand in exports',
  'msot_events/create': 'no response and no report has attributed events, as documented',
  'oauth/conversion_token': 'tokens authenticate, and no call lists them',
  'oauth/token': 'tokens authenticate, and no call lists them',
}
