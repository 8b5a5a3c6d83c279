import { daysAgo, tryReport } from '../fixtures/reports.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const asking =
  (more: object) =>
  (mock: Mock): Promise<Answer> =>
    tryReport(mock, more)

const hourly = { granularity: 'HOUR', start_date: daysAgo(2), end_date: daysAgo(2) }
const ofItems = { level: 'PRODUCT_ITEM', columns: ['SPEND_IN_DOLLAR'] }
const windows = (click: number, engagement: number, view: number) => ({
  click_window_days: click,
  engagement_window_days: engagement,
  view_window_days: view,
})

/** Reports: their days and hours, attribution windows, and what only some levels have. */
export const reportCases: readonly RuleCase[] = [
  {
    rule: 'report.range.order',
    refused: asking({ start_date: daysAgo(1), end_date: daysAgo(2) }),
    passes: asking({ start_date: daysAgo(1), end_date: daysAgo(1) }),
  },
  {
    rule: 'report.range.daily-start',
    refused: asking({ start_date: daysAgo(915), end_date: daysAgo(900) }),
    passes: asking({ start_date: daysAgo(914), end_date: daysAgo(900) }),
  },
  {
    rule: 'report.range.daily-length',
    refused: asking({ start_date: daysAgo(187), end_date: daysAgo(0) }),
    passes: asking({ start_date: daysAgo(186), end_date: daysAgo(0) }),
  },
  {
    rule: 'report.range.hourly-start',
    refused: asking({ ...hourly, start_date: daysAgo(9), end_date: daysAgo(8) }),
    passes: asking({ ...hourly, start_date: daysAgo(8), end_date: daysAgo(8) }),
  },
  {
    rule: 'report.range.hourly-length',
    refused: asking({ ...hourly, start_date: daysAgo(5), end_date: daysAgo(1) }),
    passes: asking({ ...hourly, start_date: daysAgo(4), end_date: daysAgo(1) }),
  },
  {
    rule: 'report.range.items-start',
    refused: asking({ ...ofItems, start_date: daysAgo(93), end_date: daysAgo(80) }),
    passes: asking({ ...ofItems, start_date: daysAgo(92), end_date: daysAgo(80) }),
  },
  {
    rule: 'report.range.items-length',
    refused: asking({ ...ofItems, start_date: daysAgo(32), end_date: daysAgo(0) }),
    passes: asking({ ...ofItems, start_date: daysAgo(31), end_date: daysAgo(0) }),
  },
  {
    rule: 'report.hours.hourly-only',
    refused: asking({ start_hour: 0 }),
    passes: asking({ ...hourly, start_hour: 0 }),
  },
  {
    rule: 'report.hours.order',
    refused: asking({ ...hourly, start_hour: 5, end_hour: 4 }),
    passes: asking({ ...hourly, start_hour: 5, end_hour: 5 }),
  },
  {
    rule: 'report.windows',
    refused: asking(windows(1, 30, 1)),
    passes: asking(windows(30, 1, 1)),
  },
  {
    rule: 'report.windows',
    moment: 'with a length that reports do not have',
    refused: asking(windows(14, 1, 1)),
    passes: asking(windows(7, 1, 1)),
  },
  {
    rule: 'report.items.no-ad-filters',
    refused: asking({ ...ofItems, ad_statuses: ['APPROVED'] }),
    passes: asking({ ...ofItems, campaign_statuses: ['RUNNING'] }),
  },
  {
    rule: 'report.items.no-ad-columns',
    refused: asking({ ...ofItems, columns: ['PIN_PROMOTION_ID'] }),
    passes: asking({ ...ofItems, columns: ['AD_GROUP_ID'] }),
  },
  {
    rule: 'report.targeting.audience-multiplier',
    refused: asking({ level: 'AD_GROUP_TARGETING', targeting_types: ['AUDIENCE_MULTIPLIER'] }),
    passes: asking({ level: 'CAMPAIGN_TARGETING', targeting_types: ['AUDIENCE_MULTIPLIER'] }),
  },
  {
    rule: 'report.targeting.media-type',
    refused: asking({ level: 'CAMPAIGN_TARGETING', targeting_types: ['MEDIA_TYPE'] }),
    passes: asking({ ...ofItems, level: 'PRODUCT_ITEM_TARGETING', targeting_types: ['MEDIA_TYPE'] }),
  },
  {
    rule: 'report.targeting.combine',
    refused: asking({
      level: 'CAMPAIGN_TARGETING',
      combine_targeting_types: true,
      targeting_types: ['GENDER', 'COUNTRY'],
    }),
    passes: asking({
      level: 'CAMPAIGN_TARGETING',
      combine_targeting_types: true,
      targeting_types: ['GENDER', 'AGE_BUCKET'],
    }),
  },
]
