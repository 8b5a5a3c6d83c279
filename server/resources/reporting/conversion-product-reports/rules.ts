import { dayOfDate } from '#server/domain/delivery/calendar.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import type { ProductReportCreate } from '../reports/product-schema.ts'

const common = {
  operations: ['analytics/create_conversion_product_report'],
  refuses: 'request',
  code: 1,
  evidence: 'documented',
  source: 'S523 ConversionProductReportRequest; the message is assumed',
} as const

/** The days before the first ones of such reports. */
const lastDayBefore = { any: '2024-03-16', brands: '2025-04-01' } as const
const fewestDays = 7
const mostDays = 366

const daysOf = ({ start_date, end_date }: ProductReportCreate): number =>
  dayOfDate(end_date) - dayOfDate(start_date) + 1
const datesOf = ({ start_date, end_date }: ProductReportCreate) => ({ start_date, end_date })

/** Every rule about a report on products; each refuses the request. */
export const productReportRules: readonly Rule<ProductReportCreate>[] = [
  {
    ...common,
    id: 'conversion_product_report.range.start',
    fields: ['start_date'],
    message: `start_date must be after ${lastDayBefore.any}.`,
    sent: ({ start_date }) => start_date,
    violated: ({ start_date }) => start_date <= lastDayBefore.any,
  },
  {
    ...common,
    id: 'conversion_product_report.range.brands',
    fields: ['start_date', 'conversion_product_attribution_type'],
    message: `start_date must be after ${lastDayBefore.brands} for BRAND_ATTRIBUTION.`,
    when: ({ conversion_product_attribution_type: type }) => type === 'BRAND_ATTRIBUTION',
    sent: ({ start_date }) => start_date,
    violated: ({ start_date }) => start_date <= lastDayBefore.brands,
  },
  {
    ...common,
    id: 'conversion_product_report.range.shortest',
    fields: ['end_date', 'start_date'],
    message: `The report must have at least ${fewestDays} days.`,
    sent: datesOf,
    violated: (request) => daysOf(request) < fewestDays,
  },
  {
    ...common,
    id: 'conversion_product_report.range.longest',
    fields: ['end_date', 'start_date'],
    message: 'The report must have at most a year.',
    sent: datesOf,
    violated: (request) => daysOf(request) > mostDays,
  },
  {
    ...common,
    id: 'conversion_product_report.campaign-ids',
    fields: ['campaign_ids', 'level'],
    message: 'campaign_ids are only supported at the level CAMPAIGN.',
    sent: ({ level }) => level,
    violated: ({ campaign_ids, level }) => campaign_ids != null && level !== 'CAMPAIGN',
  },
  {
    ...common,
    id: 'conversion_product_report.ad-group-ids',
    fields: ['ad_group_ids', 'level'],
    message: 'ad_group_ids are only supported at the level AD_GROUP.',
    sent: ({ level }) => level,
    violated: ({ ad_group_ids, level }) => ad_group_ids != null && level !== 'AD_GROUP',
  },
  {
    ...common,
    id: 'conversion_product_report.skus',
    fields: ['product_sku_ids', 'conversion_product_breakdown'],
    message: 'product_sku_ids are only supported for the breakdown PRODUCT_SKU_GROUP.',
    sent: ({ conversion_product_breakdown }) => conversion_product_breakdown,
    violated: ({ product_sku_ids, conversion_product_breakdown }) =>
      product_sku_ids != null && conversion_product_breakdown !== 'PRODUCT_SKU_GROUP',
  },
]
