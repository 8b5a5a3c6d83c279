import type { Resource } from '../contracts/resource.ts'
import { adAccounts } from '../resources/accounts/ad-accounts/resource.ts'
import { adsCredits } from '../resources/accounts/ads-credits/resource.ts'
import { billingInvoices } from '../resources/accounts/billing-invoices/resource.ts'
import { billingProfiles } from '../resources/accounts/billing-profiles/resource.ts'
import { deliveryHistory } from '../resources/accounts/delivery-history/resource.ts'
import { integrations } from '../resources/accounts/integrations/resource.ts'
import { notifications } from '../resources/accounts/notifications/resource.ts'
import { oauth } from '../resources/accounts/oauth/resource.ts'
import { scheduledChanges } from '../resources/accounts/scheduled-changes/resource.ts'
import { termsOfService } from '../resources/accounts/terms-of-service/resource.ts'
import { userWebsites } from '../resources/accounts/user-websites/resource.ts'
import { users } from '../resources/accounts/users/resource.ts'
import { audiences } from '../resources/audiences/audiences/resource.ts'
import { customerListUploads } from '../resources/audiences/customer-list-uploads/resource.ts'
import { customerLists } from '../resources/audiences/customer-lists/resource.ts'
import { customerSegments } from '../resources/audiences/customer-segments/resource.ts'
import { sharedAudiences } from '../resources/audiences/shared-audiences/resource.ts'
import { assetGroups } from '../resources/business-access/asset-groups/resource.ts'
import { brandAccounts } from '../resources/business-access/brand-accounts/resource.ts'
import { businessAssets } from '../resources/business-access/business-assets/resource.ts'
import { businessInvites } from '../resources/business-access/business-invites/resource.ts'
import { businessMembers } from '../resources/business-access/business-members/resource.ts'
import { businessPartners } from '../resources/business-access/business-partners/resource.ts'
import { businesses } from '../resources/business-access/businesses/resource.ts'
import { adGroupEstimates } from '../resources/campaign-management/ad-group-estimates/resource.ts'
import { adGroups } from '../resources/campaign-management/ad-groups/resource.ts'
import { adPreviews } from '../resources/campaign-management/ad-previews/resource.ts'
import { ads } from '../resources/campaign-management/ads/resource.ts'
import { bulkRequests } from '../resources/campaign-management/bulk-requests/resource.ts'
import { campaignAdPreviews } from '../resources/campaign-management/campaign-ad-previews/resource.ts'
import { campaignDeliveryEstimates } from '../resources/campaign-management/campaign-delivery-estimates/resource.ts'
import { campaigns } from '../resources/campaign-management/campaigns/resource.ts'
import { dynamicTitles } from '../resources/campaign-management/dynamic-titles/resource.ts'
import { insertionOrders } from '../resources/campaign-management/insertion-orders/resource.ts'
import { keywords } from '../resources/campaign-management/keywords/resource.ts'
import { labels } from '../resources/campaign-management/labels/resource.ts'
import { leadForms } from '../resources/campaign-management/lead-forms/resource.ts'
import { leadSubscriptions } from '../resources/campaign-management/lead-subscriptions/resource.ts'
import { leads } from '../resources/campaign-management/leads/resource.ts'
import { leadsExport } from '../resources/campaign-management/leads-export/resource.ts'
import { orderLines } from '../resources/campaign-management/order-lines/resource.ts'
import { productGroupPromotions } from '../resources/campaign-management/product-group-promotions/resource.ts'
import { promotions } from '../resources/campaign-management/promotions/resource.ts'
import { schedules } from '../resources/campaign-management/schedules/resource.ts'
import { targetingTemplates } from '../resources/campaign-management/targeting-templates/resource.ts'
import { advancedAuctionBids } from '../resources/catalogs/advanced-auction-bids/resource.ts'
import { catalogReports } from '../resources/catalogs/catalog-reports/resource.ts'
import { catalogs } from '../resources/catalogs/catalogs/resource.ts'
import { feedProcessingResults } from '../resources/catalogs/feed-processing-results/resource.ts'
import { feeds } from '../resources/catalogs/feeds/resource.ts'
import { itemBatches } from '../resources/catalogs/item-batches/resource.ts'
import { items } from '../resources/catalogs/items/resource.ts'
import { localInventoryItems } from '../resources/catalogs/local-inventory-items/resource.ts'
import { localStores } from '../resources/catalogs/local-stores/resource.ts'
import { productGroups } from '../resources/catalogs/product-groups/resource.ts'
import { productTags } from '../resources/catalogs/product-tags/resource.ts'
import { supplementalItemBatches } from '../resources/catalogs/supplemental-item-batches/resource.ts'
import { boardFollows } from '../resources/content/board-follows/resource.ts'
import { boardSections } from '../resources/content/board-sections/resource.ts'
import { boards } from '../resources/content/boards/resource.ts'
import { interestFollows } from '../resources/content/interest-follows/resource.ts'
import { linkedBusinesses } from '../resources/content/linked-businesses/resource.ts'
import { media } from '../resources/content/media/resource.ts'
import { pins } from '../resources/content/pins/resource.ts'
import { search } from '../resources/content/search/resource.ts'
import { userAccount } from '../resources/content/user-account/resource.ts'
import { userFollows } from '../resources/content/user-follows/resource.ts'
import { advertiserDefinedEvents } from '../resources/conversions/advertiser-defined-events/resource.ts'
import { conversionDeletionRequests } from '../resources/conversions/conversion-deletion-requests/resource.ts'
import { conversionEqs } from '../resources/conversions/conversion-eqs/resource.ts'
import { conversionEvents } from '../resources/conversions/conversion-events/resource.ts'
import { conversionTags } from '../resources/conversions/conversion-tags/resource.ts'
import { msotEvents } from '../resources/conversions/msot-events/resource.ts'
import { lookups } from '../resources/reference-data/lookups/resource.ts'
import { metrics } from '../resources/reference-data/metrics/resource.ts'
import { productTrends } from '../resources/reference-data/product-trends/resource.ts'
import { targetingOptions } from '../resources/reference-data/targeting-options/resource.ts'
import { terms } from '../resources/reference-data/terms/resource.ts'
import { trendingKeywords } from '../resources/reference-data/trending-keywords/resource.ts'
import { analytics } from '../resources/reporting/analytics/resource.ts'
import { audienceInsights } from '../resources/reporting/audience-insights/resource.ts'
import { conversionProductReports } from '../resources/reporting/conversion-product-reports/resource.ts'
import { delivery } from '../resources/reporting/delivery/resource.ts'
import { mmmReports } from '../resources/reporting/mmm-reports/resource.ts'
import { organicAnalytics } from '../resources/reporting/organic-analytics/resource.ts'
import { reportTemplates } from '../resources/reporting/report-templates/resource.ts'
import { reports } from '../resources/reporting/reports/resource.ts'
import { targetingAnalytics } from '../resources/reporting/targeting-analytics/resource.ts'

/**
 * All resources, in the order in which a seed creates entities: parents first. A new resource is a folder and a line
 * here.
 */
export const resources: readonly Resource[] = [
  users,
  oauth,
  deliveryHistory,
  scheduledChanges,
  adAccounts,
  catalogs,
  items,
  businesses,
  brandAccounts,
  businessMembers,
  businessPartners,
  assetGroups,
  businessAssets,
  businessInvites,
  boards,
  boardSections,
  media,
  userWebsites,
  integrations,
  pins,
  boardFollows,
  userFollows,
  interestFollows,
  linkedBusinesses,
  userAccount,
  search,
  productTags,
  feeds,
  feedProcessingResults,
  productGroups,
  itemBatches,
  localStores,
  localInventoryItems,
  supplementalItemBatches,
  catalogReports,
  conversionTags,
  conversionEvents,
  advertiserDefinedEvents,
  conversionDeletionRequests,
  conversionEqs,
  customerLists,
  customerListUploads,
  audiences,
  sharedAudiences,
  customerSegments,
  orderLines,
  promotions,
  adsCredits,
  billingProfiles,
  billingInvoices,
  leadForms,
  leadSubscriptions,
  campaigns,
  targetingTemplates,
  adGroups,
  ads,
  leads,
  leadsExport,
  schedules,
  delivery,
  organicAnalytics,
  audienceInsights,
  adPreviews,
  labels,
  keywords,
  trendingKeywords,
  productTrends,
  lookups,
  metrics,
  targetingOptions,
  terms,
  termsOfService,
  notifications,
  adGroupEstimates,
  campaignDeliveryEstimates,
  productGroupPromotions,
  bulkRequests,
  campaignAdPreviews,
  dynamicTitles,
  analytics,
  targetingAnalytics,
  reports,
  reportTemplates,
  mmmReports,
  conversionProductReports,
  insertionOrders,
  advancedAuctionBids,
  msotEvents,
]
