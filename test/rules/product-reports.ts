import { tryProductReport } from '../fixtures/product-reports.ts'
import { daysAgo } from '../fixtures/reports.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const asking =
  (more: object) =>
  (mock: Mock): Promise<Answer> =>
    tryProductReport(mock, more)

const brands = { conversion_product_attribution_type: 'BRAND_ATTRIBUTION', end_date: '2025-05-01' }
const skus = { product_sku_ids: ['A1', 'B2'] }

/** Reports on products: their days, and what only some levels and breakdowns have. */
export const productReportCases: readonly RuleCase[] = [
  {
    rule: 'conversion_product_report.range.start',
    refused: asking({ start_date: '2024-03-16', end_date: '2024-03-31' }),
    passes: asking({ start_date: '2024-03-17', end_date: '2024-03-31' }),
  },
  {
    rule: 'conversion_product_report.range.brands',
    refused: asking({ ...brands, start_date: '2025-04-01' }),
    passes: asking({ ...brands, start_date: '2025-04-02' }),
  },
  {
    rule: 'conversion_product_report.range.shortest',
    refused: asking({ start_date: daysAgo(6), end_date: daysAgo(1) }),
    passes: asking({ start_date: daysAgo(7), end_date: daysAgo(1) }),
  },
  {
    rule: 'conversion_product_report.range.longest',
    refused: asking({ start_date: daysAgo(366), end_date: daysAgo(0) }),
    passes: asking({ start_date: daysAgo(365), end_date: daysAgo(0) }),
  },
  {
    rule: 'conversion_product_report.campaign-ids',
    refused: asking({ campaign_ids: ['1'] }),
    passes: asking({ campaign_ids: ['1'], level: 'CAMPAIGN' }),
  },
  {
    rule: 'conversion_product_report.ad-group-ids',
    refused: asking({ ad_group_ids: ['1'], level: 'CAMPAIGN' }),
    passes: asking({ ad_group_ids: ['1'], level: 'AD_GROUP' }),
  },
  {
    rule: 'conversion_product_report.skus',
    refused: asking(skus),
    passes: asking({ ...skus, conversion_product_breakdown: 'PRODUCT_SKU_GROUP' }),
  },
]
