import type { ProbeCase } from '../probe-case.ts'
import { adGroupBidCases } from './ad-group-bids.ts'
import { adGroupBudgetCases } from './ad-group-budgets.ts'
import { adGroupLimitCases } from './ad-group-limits.ts'
import { adGroupPerformancePlusCases } from './ad-group-performance-plus.ts'
import { adGroupTargetingCases } from './ad-group-targeting.ts'
import { adGroupCases } from './ad-groups.ts'
import { adCtaCases, adPartCases } from './ad-parts.ts'
import { adPreviewCases } from './ad-previews.ts'
import { adCases } from './ads.ts'
import { analyticsCases } from './analytics.ts'
import { boardCases } from './boards.ts'
import { campaignBudgetCases } from './campaign-budgets.ts'
import { campaignCases } from './campaigns.ts'
import { conversionEventCases } from './conversion-events.ts'
import { definedEventCases } from './defined-events.ts'
import { keywordCases } from './keywords.ts'
import { labelCases } from './labels.ts'
import { organicAnalyticsCases } from './organic-analytics.ts'
import { performancePlusCases } from './performance-plus-campaigns.ts'
import { pinCases } from './pins.ts'
import { planningCases } from './planning.ts'
import { productGroupPromotionCases } from './product-group-promotions.ts'
import { productReportCases } from './product-reports.ts'
import { mmmReportCases, reportCases } from './reports.ts'
import { scheduleCases } from './schedules.ts'
import { targetingTemplateCases } from './targeting-templates.ts'

/** The cases by area, under the names that `--operations` takes. */
export const areas: Readonly<Record<string, readonly ProbeCase[]>> = {
  campaigns: [...campaignCases, ...campaignBudgetCases, ...performancePlusCases],
  ad_groups: [
    ...adGroupCases,
    ...adGroupBudgetCases,
    ...adGroupBidCases,
    ...adGroupTargetingCases,
    ...adGroupPerformancePlusCases,
    ...adGroupLimitCases,
  ],
  ads: [...adCases, ...adPartCases, ...adCtaCases],
  ad_previews: adPreviewCases,
  product_group_promotions: productGroupPromotionCases,
  labels: labelCases,
  keywords: keywordCases,
  targeting_templates: targetingTemplateCases,
  schedules: scheduleCases,
  planning: planningCases,
  boards: boardCases,
  pins: pinCases,
  conversion_events: conversionEventCases,
  advertiser_defined_events: definedEventCases,
  analytics: [...analyticsCases, ...organicAnalyticsCases],
  reports: [...reportCases, ...mmmReportCases, ...productReportCases],
}

/** All cases. */
export const allCases: readonly ProbeCase[] = Object.values(areas).flat()
