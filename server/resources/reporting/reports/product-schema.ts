import { z } from 'zod'
import { objectives } from '#server/domain/ads/objectives.ts'
import { LongId, LongText, undocumentedText } from '#server/http/schema/fields.ts'
import { attributionFields, ReportDay } from './fields.ts'
import { productBreakdowns } from './product-breakdown.ts'
import { productAttributes, productColumns } from './product-columns.ts'

const columnNames = [...productAttributes, ...Object.keys(productColumns)] as [string, ...string[]]
const mostNames = 500
const ids = (of: string) =>
  z
    .array(LongId)
    .min(1)
    .max(mostNames)
    .nullish()
    .meta({ description: `Ids of ${of}.` })

/** The request body of a report on products. */
export const ProductReportCreate = z
  .object({
    report_name: LongText.meta({ example: 'Brands' }),
    start_date: ReportDay.meta({ description: 'First day in UTC: YYYY-MM-DD.', example: '2026-05-01' }),
    end_date: ReportDay.meta({ description: 'Last day in UTC: YYYY-MM-DD.', example: '2026-05-31' }),
    granularity: z.enum(['WEEK', 'MONTH', 'TOTAL']),
    level: z.enum(['ADVERTISER', 'CAMPAIGN', 'AD_GROUP']),
    columns: z.array(z.enum(columnNames)),
    conversion_product_breakdown: z
      .enum(productBreakdowns)
      .nullish()
      .meta({ description: 'Breakdown of the rows. Defaults to PRODUCT_BRAND.' }),
    conversion_product_attribution_type: z
      .enum(['DEFAULT', 'BRAND_ATTRIBUTION'])
      .nullish()
      .meta({ description: 'Attribution of products. This mock attributes both types alike.' }),
    product_sku_ids: z
      .array(undocumentedText(100).regex(/^[a-zA-Z0-9]+$/))
      .min(2)
      .max(mostNames)
      .nullish()
      .meta({ description: 'SKUs of the group, for the breakdown PRODUCT_SKU_GROUP.' }),
    campaign_ids: ids('campaigns'),
    ad_group_ids: ids('ad groups'),
    campaign_objective_types: z.array(z.enum(objectives)).min(1).max(7).nullish(),
    click_window_days: attributionFields.click_window_days,
    view_window_days: attributionFields.view_window_days,
    conversion_report_time: attributionFields.conversion_report_time,
  })
  .meta({
    id: 'ConversionProductReportRequest',
    description: 'Request for a report on products in conversions.',
    example: {
      report_name: 'Brands',
      start_date: '2026-05-01',
      end_date: '2026-05-31',
      granularity: 'TOTAL',
      level: 'CAMPAIGN',
      columns: ['CAMPAIGN_NAME', 'TOTAL_CHECKOUT_CONVERSION_PRODUCT_VALUE'],
    },
  })

export type ProductReportCreate = z.output<typeof ProductReportCreate>
