import type { LazyOperations } from '../plugins/lazy-operations.ts'
import type { Operations } from '../plugins/operations.ts'

/** Every resource that answers to operations: loaded when one of them is first called, since few runs call them all. */
export const implementedResources: readonly LazyOperations[] = [
  {
    operations: ['oauth/token', 'token/revoke', 'oauth/conversion_token'],
    load: async () => (await import('../resources/accounts/oauth/routes.ts')).oauthRoutes,
  },
  {
    operations: ['ad_accounts/list', 'ad_accounts/create', 'ad_accounts/get', 'sandbox/delete'],
    load: async () => (await import('../resources/accounts/ad-accounts/routes.ts')).adAccountRoutes,
  },
  {
    operations: ['boards/list', 'boards/create', 'boards/get', 'boards/update', 'boards/delete'],
    load: async () => (await import('../resources/content/boards/routes.ts')).boardRoutes,
  },
  {
    operations: ['board_sections/list', 'board_sections/create', 'board_sections/update', 'board_sections/delete'],
    load: async () => (await import('../resources/content/board-sections/routes.ts')).boardSectionRoutes,
  },
  {
    operations: ['media/list', 'media/create', 'media/get'],
    load: async () => (await import('../resources/content/media/routes.ts')).mediaRoutes,
  },
  {
    operations: [
      'pins/list',
      'boards/list_pins',
      'board_sections/list_pins',
      'pins/create',
      'pins/get',
      'pins/update',
      'pins/delete',
      'pins/save',
    ],
    load: async () => (await import('../resources/content/pins/routes.ts')).pinRoutes,
  },
  {
    operations: ['user_account/get'],
    load: async () => (await import('../resources/content/user-account/routes.ts')).userAccountRoutes,
  },
  {
    operations: [
      'conversion_tags/list',
      'conversion_tags/create',
      'conversion_tags/get',
      'page_visit_conversion_tags/get',
      'ocpm_eligible_conversion_tags/get',
    ],
    load: async () => (await import('../resources/conversions/conversion-tags/routes.ts')).conversionTagRoutes,
  },
  {
    operations: ['events/create'],
    load: async () => (await import('../resources/conversions/conversion-events/routes.ts')).conversionEventRoutes,
  },
  {
    operations: ['customer_lists/list', 'customer_lists/create', 'customer_lists/get', 'customer_lists/update'],
    load: async () => (await import('../resources/audiences/customer-lists/routes.ts')).customerListRoutes,
  },
  {
    operations: ['customer_list_uploads/create', 'customer_list_uploads/get', 'customer_list_uploads/run'],
    load: async () => (await import('../resources/audiences/customer-list-uploads/routes.ts')).customerListUploadRoutes,
  },
  {
    operations: ['audiences/list', 'audiences/create', 'audiences/get', 'audiences/update'],
    load: async () => (await import('../resources/audiences/audiences/routes.ts')).audienceRoutes,
  },
  {
    operations: ['order_lines/list', 'order_lines/get'],
    load: async () => (await import('../resources/campaign-management/order-lines/routes.ts')).orderLineRoutes,
  },
  {
    operations: ['campaigns/list', 'campaigns/create', 'campaigns/update', 'campaigns/get'],
    load: async () => (await import('../resources/campaign-management/campaigns/routes.ts')).campaignRoutes,
  },
  {
    operations: ['targeting_template/list', 'targeting_template/create', 'targeting_template/update'],
    load: async () =>
      (await import('../resources/campaign-management/targeting-templates/routes.ts')).targetingTemplateRoutes,
  },
  {
    operations: ['ad_groups/list', 'ad_groups/create', 'ad_groups/update', 'ad_groups/get'],
    load: async () => (await import('../resources/campaign-management/ad-groups/routes.ts')).adGroupRoutes,
  },
  {
    operations: ['ads/list', 'ads/create', 'ads/update', 'ads/get'],
    load: async () => (await import('../resources/campaign-management/ads/routes.ts')).adRoutes,
  },
  {
    operations: ['ad_previews/create'],
    load: async () => (await import('../resources/campaign-management/ad-previews/routes.ts')).adPreviewRoutes,
  },
  {
    operations: ['labels/list', 'labels/create', 'labels/update', 'labels/apply', 'labels/remove'],
    load: async () => (await import('../resources/campaign-management/labels/routes.ts')).labelRoutes,
  },
  {
    operations: ['keywords/get', 'keywords/create', 'keywords/update', 'country_keywords_metrics/get'],
    load: async () => (await import('../resources/campaign-management/keywords/routes.ts')).keywordRoutes,
  },
  {
    operations: ['trending_keywords/list'],
    load: async () => (await import('../resources/reference-data/trending-keywords/routes.ts')).trendingKeywordRoutes,
  },
  {
    operations: [
      'ad_account_countries/get',
      'delivery_metrics/get',
      'lead_form_questions/get',
      'metrics_ready_state/get',
    ],
    load: async () => (await import('../resources/reference-data/lookups/routes.ts')).lookupRoutes,
  },
  {
    operations: ['targeting_options/get', 'interest_targeting_options/get'],
    load: async () => (await import('../resources/reference-data/targeting-options/routes.ts')).targetingOptionRoutes,
  },
  {
    operations: ['terms_related/list', 'terms_suggested/list'],
    load: async () => (await import('../resources/reference-data/terms/routes.ts')).termRoutes,
  },
  {
    operations: ['terms_of_service/get'],
    load: async () => (await import('../resources/accounts/terms-of-service/routes.ts')).termsOfServiceRoutes,
  },
  {
    operations: ['ad_groups_bid_floor/get', 'ad_groups/audience_sizing'],
    load: async () =>
      (await import('../resources/campaign-management/ad-group-estimates/routes.ts')).adGroupEstimateRoutes,
  },
  {
    operations: [
      'product_group_promotions/list',
      'product_group_promotions/create',
      'product_group_promotions/update',
      'product_group_promotions/get',
    ],
    load: async () =>
      (await import('../resources/campaign-management/product-group-promotions/routes.ts')).promotionRoutes,
  },
]

/** The ids of all operations that are built. */
export const implementedOperations: ReadonlySet<string> = new Set(
  implementedResources.flatMap(({ operations }) => operations),
)

/** Adds every operation at once, for a document of them all. */
export async function addResources(api: Operations): Promise<void> {
  for (const { load } of implementedResources) {
    const add = await load()
    add(api)
  }
}
