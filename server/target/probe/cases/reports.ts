import type { ProbeCase } from '../probe-case.ts'
import type { Fields } from './campaign-calls.ts'

const weekly: Fields = {
  start_date: '{{day-7}}',
  end_date: '{{day-1}}',
  granularity: 'DAY',
  level: 'CAMPAIGN',
  columns: ['CAMPAIGN_ID', 'SPEND_IN_MICRO_DOLLAR'],
}
const hourly: Fields = { granularity: 'HOUR', start_date: '{{day-2}}', end_date: '{{day-2}}' }
const ofItems: Fields = { level: 'PRODUCT_ITEM', columns: ['SPEND_IN_DOLLAR'] }
const windows = (click: number, engagement: number, view: number): Fields => ({
  click_window_days: click,
  engagement_window_days: engagement,
  view_window_days: view,
})
const days = (start: number, end: number): Fields => ({ start_date: `{{day-${start}}}`, end_date: `{{day-${end}}}` })
const ofTargeting = (...targeting_types: readonly string[]): Fields => ({
  level: 'CAMPAIGN_TARGETING',
  targeting_types,
})

const rule = (name: string, refused: Fields, passes: Fields): ProbeCase => ({
  rule: `report.${name}`,
  refused: { operation: 'analytics/create_report', body: { ...weekly, ...refused } },
  passes: { operation: 'analytics/create_report', body: { ...weekly, ...passes } },
})

/** Reports: their days and hours, attribution windows, and what only some levels have. */
export const reportCases: readonly ProbeCase[] = [
  rule('range.order', days(1, 2), days(1, 1)),
  rule('range.daily-start', days(916, 900), days(913, 900)),
  rule('range.daily-length', days(188, 0), days(185, 0)),
  rule('range.hourly-start', { ...hourly, ...days(10, 9) }, { ...hourly, ...days(7, 7) }),
  rule('range.hourly-length', { ...hourly, ...days(5, 1) }, { ...hourly, ...days(4, 1) }),
  rule('range.items-start', { ...ofItems, ...days(94, 80) }, { ...ofItems, ...days(91, 80) }),
  rule('range.items-length', { ...ofItems, ...days(32, 0) }, { ...ofItems, ...days(31, 0) }),
  rule('hours.hourly-only', { start_hour: 0 }, { ...hourly, start_hour: 0 }),
  rule('hours.order', { ...hourly, start_hour: 5, end_hour: 4 }, { ...hourly, start_hour: 5, end_hour: 5 }),
  rule('windows', windows(1, 30, 1), windows(30, 1, 1)),
  {
    ...rule('windows', windows(14, 1, 1), windows(7, 1, 1)),
    moment: 'with a length that reports do not have',
  },
  rule(
    'items.no-ad-filters',
    { ...ofItems, ad_statuses: ['APPROVED'] },
    { ...ofItems, campaign_statuses: ['RUNNING'] },
  ),
  rule('items.no-ad-columns', { ...ofItems, columns: ['PIN_PROMOTION_ID'] }, { ...ofItems, columns: ['AD_GROUP_ID'] }),
  rule(
    'targeting.audience-multiplier',
    { ...ofTargeting('AUDIENCE_MULTIPLIER'), level: 'AD_GROUP_TARGETING' },
    ofTargeting('AUDIENCE_MULTIPLIER'),
  ),
  rule('targeting.media-type', ofTargeting('MEDIA_TYPE'), {
    ...ofItems,
    level: 'PRODUCT_ITEM_TARGETING',
    targeting_types: ['MEDIA_TYPE'],
  }),
  rule(
    'targeting.combine',
    { ...ofTargeting('GENDER', 'COUNTRY'), combine_targeting_types: true },
    { ...ofTargeting('GENDER', 'AGE_BUCKET'), combine_targeting_types: true },
  ),
]

const mix = (range: Fields): ProbeCase['refused'] => ({
  operation: 'analytics/create_mmm_report',
  body: {
    report_name: '{{name}}',
    granularity: 'DAY',
    level: 'CAMPAIGN_TARGETING',
    targeting_types: ['GENDER'],
    columns: ['SPEND_IN_MICRO_DOLLAR'],
    ...range,
  },
})

/** Reports for marketing mix modeling: their days. */
export const mmmReportCases: readonly ProbeCase[] = [
  { rule: 'mmm_report.range.order', refused: mix(days(1, 2)), passes: mix(days(1, 1)) },
]
