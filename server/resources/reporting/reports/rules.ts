import type { Rule } from '#server/domain/rules/rule.ts'
import {
  common,
  datesOf,
  decided,
  documented,
  isHourly,
  isOfItems,
  length,
  type ReportFacts,
  rangeRules,
} from './range-rules.ts'
import type { ReportCreate } from './schema.ts'
import { isAgeAndGender } from './values.ts'
import { windowsAreValid, windowsOf } from './windows.ts'

const ofAds = /^(AD|PIN_PROMOTION)_(ID|NAME|STATUS)$/

/** Every rule about a report; each refuses the request. */
export const reportRules: readonly Rule<ReportFacts>[] = [
  {
    ...common,
    id: 'report.range.order',
    fields: ['end_date', 'start_date'],
    evidence: 'assumed',
    source: decided,
    message: 'end_date must not be before start_date.',
    sent: datesOf,
    violated: (facts) => length(facts) < 0,
  },
  ...rangeRules,
  {
    ...common,
    id: 'report.hours.hourly-only',
    fields: ['start_hour', 'end_hour', 'granularity'],
    evidence: 'documented',
    source: `${documented}; the message is assumed`,
    message: 'start_hour and end_hour are only allowed for hourly reports.',
    sent: ({ request: { start_hour, end_hour, granularity } }) => ({ start_hour, end_hour, granularity }),
    violated: (facts) => !isHourly(facts) && (facts.request.start_hour ?? facts.request.end_hour) != null,
  },
  {
    ...common,
    id: 'report.hours.order',
    fields: ['end_hour', 'start_hour'],
    evidence: 'assumed',
    source: decided,
    message: 'On one day, end_hour must not be before start_hour.',
    when: (facts) => isHourly(facts) && length(facts) === 0,
    sent: ({ request: { start_hour, end_hour } }) => ({ start_hour, end_hour }),
    violated: ({ request: { start_hour, end_hour } }) => (end_hour ?? 23) < (start_hour ?? 0),
  },
  {
    ...common,
    id: 'report.windows',
    fields: ['click_window_days', 'engagement_window_days', 'view_window_days'],
    evidence: 'second-hand',
    source: 'F64 (MATIA, BOOMI); the message is assumed',
    message: 'These attribution windows are not allowed together.',
    passes:
      'Windows of 60, 30, 7 or 1 days, the one for clicks at least that for engagements, and that for views no longer than that.',
    sent: ({ request }) => windowsOf(request),
    violated: ({ request }) => !windowsAreValid(windowsOf(request)),
  },
  {
    ...common,
    id: 'report.items.no-ad-filters',
    fields: ['ad_ids', 'ad_statuses', 'level'],
    evidence: 'documented',
    source: `${documented}; the message is assumed`,
    message: 'ad_ids and ad_statuses are not allowed in reports of product items.',
    when: isOfItems,
    violated: ({ request }) => (request.ad_ids ?? request.ad_statuses) != null,
  },
  {
    ...common,
    id: 'report.items.no-ad-columns',
    fields: ['columns', 'level'],
    evidence: 'documented',
    source: `${documented}; the message and which columns these are is assumed`,
    message: 'Columns about ads are not allowed in reports of product items.',
    when: isOfItems,
    sent: ({ request }) => request.columns.filter((name) => ofAds.test(name)),
    violated: ({ request }) => request.columns.some((name) => ofAds.test(name)),
  },
  {
    ...common,
    id: 'report.targeting.audience-multiplier',
    fields: ['targeting_types', 'level'],
    evidence: 'documented',
    source: 'S523 TargetingTypeFilter; the message is assumed',
    message: 'The targeting type AUDIENCE_MULTIPLIER is only available at the level CAMPAIGN_TARGETING.',
    sent: ({ request }) => request.level,
    violated: ({ request }) => isOnlyOf(request, 'AUDIENCE_MULTIPLIER', 'CAMPAIGN_TARGETING'),
  },
  {
    ...common,
    id: 'report.targeting.media-type',
    fields: ['targeting_types', 'level'],
    evidence: 'documented',
    source: 'S523 TargetingTypeFilter; the message is assumed',
    message: 'The targeting type MEDIA_TYPE is only available at the level PRODUCT_ITEM_TARGETING.',
    sent: ({ request }) => request.level,
    violated: ({ request }) => isOnlyOf(request, 'MEDIA_TYPE', 'PRODUCT_ITEM_TARGETING'),
  },
  {
    ...common,
    id: 'report.targeting.combine',
    fields: ['combine_targeting_types', 'targeting_types'],
    evidence: 'documented',
    source: `${documented}: in beta, not available to all; the message and which types there are is assumed`,
    message: 'combine_targeting_types is a beta feature. Here the types AGE_BUCKET and GENDER alone are combined.',
    when: ({ request }) => request.level.endsWith('_TARGETING'),
    sent: ({ request }) => request.targeting_types,
    violated: ({ request }) =>
      request.combine_targeting_types === true &&
      new Set(request.targeting_types).size !== 1 &&
      !isAgeAndGender(request.targeting_types),
  },
]

/** Tells whether a request breaks down by a type of targeting at another level than the one that has it. */
const isOnlyOf = (
  { level, targeting_types }: ReportCreate,
  type: NonNullable<ReportCreate['targeting_types']>[number],
  of: ReportCreate['level'],
): boolean => level.endsWith('_TARGETING') && level !== of && (targeting_types?.includes(type) ?? false)
