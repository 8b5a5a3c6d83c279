import type { ProbeCase } from '../probe-case.ts'
import type { Fields } from './campaign-calls.ts'

const report: Fields = {
  report_name: '{{name}}',
  start_date: '{{day-14}}',
  end_date: '{{day+7}}',
  granularity: 'TOTAL',
  level: 'ADVERTISER',
  columns: ['TOTAL_CONVERSION_PRODUCT_QUANTITY'],
}
const brands: Fields = { conversion_product_attribution_type: 'BRAND_ATTRIBUTION', end_date: '2025-05-01' }
const skus: Fields = { product_sku_ids: ['A1', 'B2'] }

const rule = (name: string, refused: Fields, passes: Fields): ProbeCase => ({
  rule: `conversion_product_report.${name}`,
  refused: { operation: 'analytics/create_conversion_product_report', body: { ...report, ...refused } },
  passes: { operation: 'analytics/create_conversion_product_report', body: { ...report, ...passes } },
})

/** Reports on products: their days, and what only some levels and breakdowns have. */
export const productReportCases: readonly ProbeCase[] = [
  rule(
    'range.start',
    { start_date: '2024-03-16', end_date: '2024-03-31' },
    { start_date: '2024-03-17', end_date: '2024-03-31' },
  ),
  rule('range.brands', { ...brands, start_date: '2025-04-01' }, { ...brands, start_date: '2025-04-02' }),
  rule(
    'range.shortest',
    { start_date: '{{day-6}}', end_date: '{{day-1}}' },
    { start_date: '{{day-7}}', end_date: '{{day-1}}' },
  ),
  rule(
    'range.longest',
    { start_date: '{{day-366}}', end_date: '{{day}}' },
    { start_date: '{{day-365}}', end_date: '{{day}}' },
  ),
  rule('campaign-ids', { campaign_ids: ['1'] }, { campaign_ids: ['1'], level: 'CAMPAIGN' }),
  rule('ad-group-ids', { ad_group_ids: ['1'], level: 'CAMPAIGN' }, { ad_group_ids: ['1'], level: 'AD_GROUP' }),
  rule('skus', skus, { ...skus, conversion_product_breakdown: 'PRODUCT_SKU_GROUP' }),
]
