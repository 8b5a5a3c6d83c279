import type { FigureColumn } from './figure-column.ts'
import type { Quantity } from './quantities.ts'

const sum = (...quantities: Quantity[]): FigureColumn => ({ sum: quantities })
const always = (unit: number, ...quantities: Quantity[]): FigureColumn => ({ sum: quantities, unit, isAlways: true })
const ratio = (quantities: readonly Quantity[], by: readonly Quantity[], times = 1): FigureColumn => ({
  sum: quantities,
  by,
  times,
})
const micro = 1_000_000
const spend = ['spend'] as const
const impressions = ['impressions', 'earnedImpressions'] as const
const clicks = ['clicks', 'earnedClicks'] as const
const outbound = ['outboundClicks', 'earnedOutboundClicks'] as const
const saves = ['saves', 'earnedSaves'] as const
const engagement = ['clicks', 'saves', 'closeups'] as const
const earnedEngagement = ['earnedClicks', 'earnedSaves', 'earnedCloseups'] as const
const engagements = [...engagement, ...earnedEngagement] as const
/** Money for one unit: in the currency, or in micro-currency. */
const cost = (by: readonly Quantity[], times = 1): FigureColumn => ratio(spend, by, times / micro)

/** The columns of impressions, clicks and what they cost, by name. */
export const deliveryColumns: Readonly<Record<string, FigureColumn>> = {
  SPEND_IN_MICRO_DOLLAR: always(1, 'spend'),
  SPEND_IN_DOLLAR: always(micro, 'spend'),
  PAID_IMPRESSION: always(1, 'impressions'),
  IMPRESSION_1: always(1, 'impressions'),
  IMPRESSION_1_GROSS: always(1, 'impressions', 'invalidImpressions'),
  IMPRESSION_2: sum('earnedImpressions'),
  TOTAL_IMPRESSION: always(1, ...impressions),
  TOTAL_IMPRESSION_USER: { people: impressions },
  TOTAL_IMPRESSION_FREQUENCY: { people: impressions, isFrequency: true },
  CLICKTHROUGH_1: sum('clicks'),
  CLICKTHROUGH_1_GROSS: sum('clicks', 'invalidClicks'),
  CLICKTHROUGH_2: sum('earnedClicks'),
  TOTAL_CLICKTHROUGH: sum(...clicks),
  OUTBOUND_CLICK_1: sum('outboundClicks'),
  OUTBOUND_CLICK_2: sum('earnedOutboundClicks'),
  REPIN_1: sum('saves'),
  REPIN_2: sum('earnedSaves'),
  ENGAGEMENT_1: sum(...engagement),
  ENGAGEMENT_2: sum(...earnedEngagement),
  TOTAL_ENGAGEMENT: sum(...engagements),
  WEB_SESSIONS_1: sum('webSessions'),
  WEB_SESSIONS_2: sum('earnedWebSessions'),
  TOTAL_WEB_SESSIONS: sum('webSessions', 'earnedWebSessions'),
  CTR: ratio(['clicks'], ['impressions']),
  CTR_2: ratio(['earnedClicks'], ['earnedImpressions']),
  ECTR: ratio(clicks, impressions),
  TOTAL_DESTINATION_VIEWS: sum('destinationViews', 'earnedDestinationViews'),
  OUTBOUND_CTR: ratio(outbound, impressions),
  OUTBOUND_CTR_1: ratio(['outboundClicks'], ['impressions']),
  ENGAGEMENT_RATE: ratio(engagement, ['impressions']),
  EENGAGEMENT_RATE: ratio(engagements, impressions),
  REPIN_RATE: ratio(['saves'], ['impressions']),
  TOTAL_REPIN_RATE: ratio(saves, impressions),
  CPC_IN_MICRO_DOLLAR: cost(['clicks'], micro),
  ECPC_IN_MICRO_DOLLAR: cost(clicks, micro),
  ECPC_IN_DOLLAR: cost(clicks),
  ECPE_IN_DOLLAR: cost(engagements),
  CPM_IN_MICRO_DOLLAR: cost(['impressions'], 1000 * micro),
  CPM_IN_DOLLAR: cost(['impressions'], 1000),
  ECPM_IN_MICRO_DOLLAR: cost(impressions, 1000 * micro),
  ECPM_IN_DOLLAR: cost(impressions, 1000),
  // Nothing is paid with ads credits here, so advertisers pay all.
  ADVERTISER_PAID_SPEND_IN_DOLLAR: { sum: spend, unit: micro },
  ADVERTISER_PAID_ECPC_IN_DOLLAR: cost(clicks),
  ADVERTISER_PAID_ECPM_IN_DOLLAR: cost(impressions, 1000),
  COST_PER_OUTBOUND_CLICK: cost(outbound),
  COST_PER_OUTBOUND_CLICK_IN_DOLLAR: cost(outbound),
  COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1: cost(['outboundClicks']),
}
