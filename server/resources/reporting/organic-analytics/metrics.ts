import type { OrganicCount } from '#server/domain/delivery/organic.ts'

/** The metrics of a Pin. */
export const pinMetrics = [
  'IMPRESSION',
  'OUTBOUND_CLICK',
  'PIN_CLICK',
  'SAVE',
  'SAVE_RATE',
  'TOTAL_COMMENTS',
  'TOTAL_REACTIONS',
  'USER_FOLLOW',
  'PROFILE_VISIT',
  'VIDEO_MRC_VIEW',
  'VIDEO_10S_VIEW',
  'QUARTILE_95_PERCENT_VIEW',
  'VIDEO_V50_WATCH_TIME',
  'VIDEO_START',
  'VIDEO_AVG_WATCH_TIME',
] as const
/** One of `pinMetrics`. */
export type PinMetric = (typeof pinMetrics)[number]

/** The metrics of a user's Pins. */
export const userMetrics = [
  'ENGAGEMENT',
  'ENGAGEMENT_RATE',
  'IMPRESSION',
  'OUTBOUND_CLICK',
  'OUTBOUND_CLICK_RATE',
  'PIN_CLICK',
  'PIN_CLICK_RATE',
  'SAVE',
  'SAVE_RATE',
] as const

/** The metrics of a user's videos. */
export const videoMetrics = [
  'IMPRESSION',
  'SAVE',
  'VIDEO_MRC_VIEW',
  'VIDEO_AVG_WATCH_TIME',
  'VIDEO_V50_WATCH_TIME',
  'QUARTILE_95_PERCENT_VIEW',
  'VIDEO_10S_VIEW',
  'VIDEO_START',
  'OUTBOUND_CLICK',
] as const

/** A metric of a Pin or of a user's Pins. */
export type OrganicMetric = PinMetric | (typeof userMetrics)[number]

/** The metrics of a Pin since it was created, which have no days. */
export const lifetimeMetrics = ['TOTAL_COMMENTS', 'TOTAL_REACTIONS'] as const

/** Counts that were added up. */
export type OrganicSums = Readonly<Record<OrganicCount, number>>

const ratio = (count: number, by: number): number => (by === 0 ? 0 : count / by)
const engagement = ({ PIN_CLICK, OUTBOUND_CLICK, SAVE }: OrganicSums): number => PIN_CLICK + OUTBOUND_CLICK + SAVE

/** Returns a metric of added counts: rates are worked out from sums, and never added. */
export function metricOf(name: OrganicMetric, sums: OrganicSums): number {
  switch (name) {
    case 'ENGAGEMENT':
      return engagement(sums)
    case 'ENGAGEMENT_RATE':
      return ratio(engagement(sums), sums.IMPRESSION)
    case 'OUTBOUND_CLICK_RATE':
      return ratio(sums.OUTBOUND_CLICK, sums.IMPRESSION)
    case 'PIN_CLICK_RATE':
      return ratio(sums.PIN_CLICK, sums.IMPRESSION)
    case 'SAVE_RATE':
      return ratio(sums.SAVE, sums.IMPRESSION)
    case 'VIDEO_AVG_WATCH_TIME':
      return ratio(sums.VIDEO_V50_WATCH_TIME, sums.VIDEO_START)
    // A quarter of those who save a Pin comment on it, and three quarters react. Assumed.
    case 'TOTAL_COMMENTS':
      return Math.floor(sums.SAVE / 4)
    case 'TOTAL_REACTIONS':
      return Math.floor((sums.SAVE * 3) / 4)
    default:
      return sums[name]
  }
}
