import { discountIn, tenPercent, tryDiscountChange } from '../fixtures/discounts.ts'
import { image, pinIn } from '../fixtures/pins.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import { recordedCalls } from './calls.ts'

/** An operation without a recording, whose response contains an object that another operation was recorded with. */
export interface RelatedOperation {
  readonly operation: string
  /** The recorded operation, and the key path of the object in its response. */
  readonly like: string
  readonly from: string
  /** The key path of the object in the response of this operation. */
  readonly to: string
  /** Keys that the object has here in addition to the recorded ones. */
  readonly also?: readonly string[]
  readonly call: (mock: Mock) => Promise<Answer>
}

/** Makes the recorded call of another operation first, and passes its response on. */
function after(operation: string, call: (mock: Mock, body: Json) => Promise<Answer>): RelatedOperation['call'] {
  return async (mock) => {
    const answer = await recordedCalls[operation]?.(mock)
    return call(mock, answer?.body)
  }
}

const pin = { like: 'boards/list_pins', from: 'items[]' }
const fields = { title: 'Alike', description: 'A walk' }
/** A call about a Pin that is on a board. */
const ofPin = (call: (mock: Mock, pin: Json) => Promise<Answer>): RelatedOperation['call'] =>
  after('boards/create', async (mock, { id }) => call(mock, await pinIn(mock, { ...fields, board_id: id })))

const promotion = { like: 'promotions/get', from: '' }
const dates = { start_time: 1_720_000_000, end_time: 1_730_000_000 }

/** Every implemented operation that has no recording, but whose object is in another operation's. */
export const relatedOperations: readonly RelatedOperation[] = [
  { operation: 'ad_accounts/get', like: 'ad_accounts/list', from: 'items[]', to: '', call: ({ get }) => get('') },
  {
    operation: 'campaigns/get',
    like: 'campaigns/list',
    from: 'items[]',
    to: '',
    call: after('campaigns/create', ({ get }, { items }) => get(`/campaigns/${items[0].data.id}`)),
  },
  {
    operation: 'ads/update',
    like: 'ads/create',
    from: '',
    to: '',
    call: ({ patch }) => patch('/ads', [{ id: '687000000000', name: 'Of an ad that is not there' }]),
  },
  {
    operation: 'audiences/list',
    like: 'audiences/create',
    from: '',
    to: 'items[]',
    also: ['is_ctv_enabled'],
    call: after('audiences/create', ({ get }) => get('/audiences')),
  },
  {
    operation: 'customer_segment/list',
    like: 'customer_segment/create',
    from: '',
    to: 'items[]',
    call: after('customer_segment/create', ({ get }) => get('/customer_segments')),
  },
  {
    operation: 'customer_lists/update',
    like: 'customer_lists/create',
    from: '',
    to: '',
    call: after('customer_lists/create', ({ patch }, { id }) =>
      patch(`/customer_lists/${id}`, { operation_type: 'ADD', records: 'three@example.com' }),
    ),
  },
  {
    operation: 'keywords/get',
    like: 'keywords/create',
    from: 'keywords[]',
    to: 'items[]',
    call: after('keywords/create', ({ get }, { keywords }) => get(`/keywords?ad_group_id=${keywords[0].parent_id}`)),
  },
  {
    operation: 'promotions/create',
    ...promotion,
    to: 'promotions[].data',
    call: ({ post }) => post('/promotions', [{ ...tenPercent, ...dates }]),
  },
  {
    operation: 'promotions/update',
    ...promotion,
    to: 'promotions[].data',
    call: after('promotions/get', (mock, body) => tryDiscountChange(mock, body, { promotion_title: 'Renamed' })),
  },
  {
    operation: 'get_ad_groups_by_promotion_ids/list',
    like: 'ad_groups/list',
    from: 'items[]',
    to: 'items[]',
    call: after('ad_groups/create', async (mock, { items: [{ data }] }) => {
      const { id } = await discountIn(mock)
      await mock.change('/ad_groups', { id: data.id, promotion_ids: [id] })
      return mock.get(`/promotion_applied_entities?promotion_ids=${id}`)
    }),
  },
  {
    operation: 'lead_forms/update',
    like: 'lead_forms/create',
    from: '',
    to: '',
    call: after('lead_forms/create', ({ patch }) => patch('/lead_forms', [{ id: '7765300000001' }])),
  },
  {
    operation: 'ad_accounts_subscriptions/get_list',
    like: 'ad_accounts_subscriptions/get_by_id',
    from: '',
    to: 'items[]',
    call: after('ad_accounts_subscriptions/post', ({ get }) => get('/leads/subscriptions')),
  },
  {
    operation: 'boards/list',
    like: 'boards/create',
    from: '',
    to: 'items[]',
    call: after('boards/create', ({ call }) => call('GET', '/v5/boards')),
  },
  {
    operation: 'board_sections/list_pins',
    ...pin,
    to: 'items[]',
    call: after('board_sections/create', async (mock, section) => {
      const { body } = await mock.call('GET', '/v5/boards')
      const [board] = body.items
      await pinIn(mock, { ...fields, board_id: board.id, board_section_id: section.id })
      return mock.call('GET', `/v5/boards/${board.id}/sections/${section.id}/pins`)
    }),
  },
  { operation: 'pins/list', ...pin, to: 'items[]', call: ofPin(({ call }) => call('GET', '/v5/pins')) },
  {
    operation: 'pins/create',
    ...pin,
    to: '',
    call: after('boards/create', ({ call }, { id }) =>
      call('POST', '/v5/pins', { ...fields, board_id: id, media_source: image }),
    ),
  },
  { operation: 'pins/get', ...pin, to: '', call: ofPin(({ call }, { id }) => call('GET', `/v5/pins/${id}`)) },
  {
    operation: 'pins/update',
    ...pin,
    to: '',
    call: ofPin(({ call }, { id }) => call('PATCH', `/v5/pins/${id}`, { title: 'Renamed' })),
  },
  {
    operation: 'pins/save',
    ...pin,
    to: '',
    call: ofPin(({ call }, { id, board_id }) => call('POST', `/v5/pins/${id}/save`, { board_id })),
  },
]

/** Built operations of whose answers nothing is recorded, not even of another operation. */
export const withoutRecording: readonly string[] = [
  'ad_account/analytics',
  'ad_account_targeting_analytics/get',
  'ad_groups_dynamic_titles/download_csv',
  'ad_groups_dynamic_titles/get_status',
  'ad_groups_dynamic_titles/get_upload_url',
  'ad_groups_dynamic_titles/process_csv',
  'ad_groups_targeting_analytics/get',
  'ad_pins/analytics',
  'ad_targeting_analytics/get',
  'ads/analytics',
  'campaign_targeting_analytics/get',
  'product_groups/analytics',
  'advertiser_defined_events/get',
  'audience_insights/get',
  'audience_insights_scope_and_type/get',
  'multi_pins/analytics',
  'pins/analytics',
  'catalogs_local_inventory_items/post',
  'catalogs_local_inventory_items_batch/operate',
  'catalogs_local_stores/create',
  'catalogs_local_stores/delete',
  'catalogs_local_stores/list',
  'catalogs_local_stores/update',
  'catalogs_supplemental_items_batch/get',
  'items/post',
  'items_batch/get',
  'items_batch/post',
  'products_by_product_group_filter/list',
  'reports/create',
  'reports/get',
  'reports/stats',
  'user_account/analytics',
  'user_account/analytics/top_video_pins',
  'ad_previews/create',
  'ads/get',
  'ads/list',
  'analytics/create_conversion_product_report',
  'analytics/create_mmm_report',
  'analytics/create_template_report',
  'analytics/get_conversion_product_report',
  'analytics/get_mmm_report',
  'analytics/get_report',
  'board_sections/delete',
  'campaign_ad_preview/create',
  'campaign_ad_preview/delete',
  'campaign_ad_preview/read',
  'catalogs/available_filter_values',
  'conversion_deletion_request/create',
  'conversion_deletion_request/delete',
  'conversion_deletion_request/get',
  'conversion_deletion_request/list',
  'conversion_eqs/list',
  'catalogs/create',
  'catalogs_product_group_pins/list',
  'catalogs_product_groups/create',
  'catalogs_product_groups/create_many',
  'catalogs_product_groups/delete',
  'catalogs_product_groups/delete_many',
  'catalogs_product_groups/get',
  'catalogs_product_groups/product_counts_get',
  'catalogs_product_groups/update',
  'customer_list_uploads/create',
  'customer_list_uploads/get',
  'customer_list_uploads/run',
  'integrations/get_by_id',
  'integrations/get_list',
  'integrations_commerce/del',
  'integrations_commerce/get',
  'integrations_commerce/patch',
  'integrations_commerce/post',
  'integrations_logs/post',
  'follow_user/update',
  'get_campaign_delivery_estimates',
  'feed_processing_results/list',
  'feeds/create',
  'feeds/delete',
  'feeds/get',
  'feeds/ingest',
  'feeds/list',
  'feeds/update',
  'items_issues/list',
  'labels/apply',
  'labels/create',
  'labels/list',
  'labels/remove',
  'labels/update',
  'lead_form/get',
  'lead_form_questions/get',
  'ads_credit/redeem',
  'ads_credits_discounts/get',
  'billing_invoice_download/get',
  'billing_invoices/get',
  'billing_profiles/get',
  'bulk_download/create',
  'bulk_request/get',
  'bulk_upsert/create',
  'lead_form_test/create',
  'linked_business_accounts/get',
  'leads_export/create',
  'leads_export/get',
  'media/create',
  'media/get',
  'media/list',
  'oauth/conversion_token',
  'oauth/token',
  'ocpm_eligible_conversion_tags/get',
  'order_lines/get',
  'ssio_accounts/get',
  'ssio_insertion_order/create',
  'ssio_insertion_order/edit',
  'ssio_insertion_orders_status/get_by_ad_account',
  'ssio_insertion_orders_status/get_by_pin_order_id',
  'ssio_order_lines/get_by_ad_account',
  'advanced_auction_items_get/post',
  'advanced_auction_items_submit/post',
  'msot_events/create',
  'product_group_promotions/create',
  'product_group_promotions/get',
  'product_group_promotions/list',
  'product_group_promotions/update',
  'sandbox/delete',
  'schedules/create',
  'schedules/list',
  'schedules/update',
  'templates/list',
  'terms_of_service/get',
  'terms_suggested/list',
  'notification/post',
  'product_tags/bulk_add',
  'product_tags/bulk_delete',
  'search_partner_pins',
  'token/revoke',
  'trends_product_categories_trending/list',
  'ad_accounts_audiences_shared_accounts/list',
  'update_ad_account_to_ad_account_shared_audience',
  'update_ad_account_to_business_shared_audience',
  'get/business_employers',
  'respond_business_access_invites',
  'system_user/update',
  'business_asset_members/get',
  'business_asset_partners/get',
  'create_asset_invites',
  'asset_access_requests/create',
  'get/business_members',
  'update/business_memberships',
  'delete_business_membership',
  'business_assets/get',
  'business_member_assets/get',
  'business_members_asset_access/update',
  'business_members_asset_access/delete',
  'get/invites',
  'create_membership_or_partnership_invites',
  'cancel_invites_or_requests',
  'update_partner_asset_access_handler_impl',
  'delete_partner_asset_access_handler_impl',
  'business_partner_asset_access/get',
  'get/business_partners',
  'delete_business_partners',
  'shared_audiences_for_business/list',
  'business_account_audiences_shared_accounts/list',
  'update_business_to_ad_account_shared_audience',
  'update_business_to_business_shared_audience',
  'asset_group/create',
  'asset_group/update',
  'asset_group/delete',
  'brand_accounts/create',
  'brand_accounts/update',
  'unverify_website/delete',
  'user_websites/get',
  'verify_website/update',
]
