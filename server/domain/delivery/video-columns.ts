import type { FigureColumn } from './figure-column.ts'
import type { Quantity } from './quantities.ts'

const sum = (...quantities: Quantity[]): FigureColumn => ({ sum: quantities })
const micro = 1_000_000
const costPer = (quantities: readonly Quantity[], times = 1): FigureColumn => ({
  sum: ['spend'],
  by: quantities,
  times: times / micro,
})

/** How many seconds videos are taken to last. Assumed. */
export const videoSeconds = 15
const quarter = videoSeconds / 4
const watchTime = (starts: readonly Quantity[], ...quarters: Quantity[]): FigureColumn => ({
  sum: quarters,
  by: starts,
  times: quarter,
})
const watched = ['videoQuarter', 'videoHalf', 'videoThreeQuarters', 'videoNearlyAll'] as const
const earnedWatched = [
  'earnedVideoQuarter',
  'earnedVideoHalf',
  'earnedVideoThreeQuarters',
  'earnedVideoNearlyAll',
] as const

/** The columns of video views, by name. */
export const videoColumns: Readonly<Record<string, FigureColumn>> = {
  VIDEO_3SEC_VIEWS_1: sum('video3Seconds'),
  VIDEO_3SEC_VIEWS_2: sum('earnedVideo3Seconds'),
  TOTAL_VIDEO_3SEC_VIEWS: sum('video3Seconds', 'earnedVideo3Seconds'),
  VIDEO_15SEC_UNIQUE_VIEWS_1: sum('video15Seconds'),
  VIDEO_15SEC_UNIQUE_VIEWS_2: sum('earnedVideo15Seconds'),
  TOTAL_VIDEO_15SEC_UNIQUE_VIEWS: sum('video15Seconds', 'earnedVideo15Seconds'),
  VIDEO_MRC_VIEWS_1: sum('videoMrcViews'),
  VIDEO_MRC_VIEWS_2: sum('earnedVideoMrcViews'),
  TOTAL_VIDEO_MRC_VIEWS: sum('videoMrcViews', 'earnedVideoMrcViews'),
  VIDEO_P0_COMBINED_1: sum('videoStarts'),
  VIDEO_P25_COMBINED_1: sum('videoQuarter'),
  VIDEO_P50_COMBINED_1: sum('videoHalf'),
  VIDEO_P75_COMBINED_1: sum('videoThreeQuarters'),
  VIDEO_P95_COMBINED_1: sum('videoNearlyAll'),
  VIDEO_P100_COMPLETE_1: sum('videoComplete'),
  VIDEO_P0_COMBINED_2: sum('earnedVideoStarts'),
  VIDEO_P25_COMBINED_2: sum('earnedVideoQuarter'),
  VIDEO_P50_COMBINED_2: sum('earnedVideoHalf'),
  VIDEO_P75_COMBINED_2: sum('earnedVideoThreeQuarters'),
  VIDEO_P95_COMBINED_2: sum('earnedVideoNearlyAll'),
  VIDEO_P100_COMPLETE_2: sum('earnedVideoComplete'),
  TOTAL_VIDEO_P0_COMBINED: sum('videoStarts', 'earnedVideoStarts'),
  TOTAL_VIDEO_P25_COMBINED: sum('videoQuarter', 'earnedVideoQuarter'),
  TOTAL_VIDEO_P50_COMBINED: sum('videoHalf', 'earnedVideoHalf'),
  TOTAL_VIDEO_P75_COMBINED: sum('videoThreeQuarters', 'earnedVideoThreeQuarters'),
  TOTAL_VIDEO_P95_COMBINED: sum('videoNearlyAll', 'earnedVideoNearlyAll'),
  TOTAL_VIDEO_P100_COMPLETE: sum('videoComplete', 'earnedVideoComplete'),
  VIDEO_AVG_WATCHTIME_IN_SECOND_1: watchTime(['videoStarts'], ...watched),
  VIDEO_AVG_WATCHTIME_IN_SECOND_2: watchTime(['earnedVideoStarts'], ...earnedWatched),
  TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND: watchTime(['videoStarts', 'earnedVideoStarts'], ...watched, ...earnedWatched),
  PAID_VIDEO_VIEWABLE_RATE: { sum: ['videoMrcViews'], by: ['videoStarts'] },
  VIDEO_SPEND_IN_DOLLAR: { sum: ['videoSpend'], unit: micro },
  CPV_IN_MICRO_DOLLAR: costPer(['videoMrcViews'], micro),
  ECPV_IN_DOLLAR: costPer(['videoMrcViews', 'earnedVideoMrcViews']),
  CPCV_IN_MICRO_DOLLAR: costPer(['videoComplete'], micro),
  ECPCV_IN_DOLLAR: costPer(['videoComplete', 'earnedVideoComplete']),
  CPCV_P95_IN_MICRO_DOLLAR: costPer(['videoNearlyAll'], micro),
  ECPCV_P95_IN_DOLLAR: costPer(['videoNearlyAll', 'earnedVideoNearlyAll']),
}
