import type { CreativeType } from '../ads/creatives.ts'
import type { Objective } from '../ads/objectives.ts'
import type { AdState } from './facts.ts'

/** The rate that means one unit for each unit of the measure that it comes from. */
export const rateScale = 2 ** 24

/** How units of a measure come about. */
interface MeasureSource {
  /** The measure of which each unit may be followed by one of this: a click comes from an impression. */
  readonly of?: Measure
  /** How many follow one of them on average. Assumed, in the order of what advertisers report. */
  readonly rate: (objective: Objective, ad: AdState) => number
}

const always = (rate: number) => () => rate
const ofVideo =
  (rate: number) =>
  (_objective: Objective, { hasVideo }: AdState) =>
    hasVideo ? rate : 0
const of =
  (type: CreativeType) =>
  (rate: number) =>
  (_objective: Objective, { creativeType }: AdState) =>
    creativeType === type ? rate : 0
const ofIdea = of('IDEA')
const ofQuiz = of('QUIZ')
const ofShowcase = of('SHOWCASE')

const clickRates: Partial<Record<Objective, number>> = {
  AWARENESS: 0.004,
  VIDEO_COMPLETION: 0.004,
  CONSIDERATION: 0.012,
  WEB_CONVERSION: 0.01,
  CATALOG_SALES: 0.011,
  SALES: 0.01,
}

const sources = {
  /** Paid impressions. */
  impressions: { rate: always(1) },
  /** Impressions before invalid traffic is left out, beyond those that count. */
  invalidImpressions: { of: 'impressions', rate: always(0.03) },
  /** Impressions of a copy that somebody saved. */
  earnedImpressions: { of: 'impressions', rate: always(0.02) },
  clicks: { of: 'impressions', rate: (objective) => clickRates[objective] ?? 0.008 },
  invalidClicks: { of: 'clicks', rate: always(0.02) },
  earnedClicks: { of: 'earnedImpressions', rate: always(0.01) },
  outboundClicks: { of: 'clicks', rate: always(0.6) },
  earnedOutboundClicks: { of: 'earnedClicks', rate: always(0.6) },
  saves: { of: 'impressions', rate: always(0.003) },
  earnedSaves: { of: 'earnedImpressions', rate: always(0.004) },
  closeups: { of: 'impressions', rate: always(0.009) },
  earnedCloseups: { of: 'earnedImpressions', rate: always(0.01) },
  webSessions: { of: 'outboundClicks', rate: always(0.6) },
  earnedWebSessions: { of: 'earnedOutboundClicks', rate: always(0.6) },
  videoStarts: { of: 'impressions', rate: ofVideo(0.6) },
  videoMrcViews: { of: 'videoStarts', rate: ofVideo(0.5) },
  video3Seconds: { of: 'videoStarts', rate: ofVideo(0.4) },
  video15Seconds: { of: 'video3Seconds', rate: ofVideo(0.3) },
  videoQuarter: { of: 'videoStarts', rate: ofVideo(0.55) },
  videoHalf: { of: 'videoQuarter', rate: ofVideo(0.6) },
  videoThreeQuarters: { of: 'videoHalf', rate: ofVideo(0.6) },
  videoNearlyAll: { of: 'videoThreeQuarters', rate: ofVideo(0.6) },
  videoComplete: { of: 'videoNearlyAll', rate: ofVideo(0.6) },
  earnedVideoStarts: { of: 'earnedImpressions', rate: ofVideo(0.6) },
  earnedVideoMrcViews: { of: 'earnedVideoStarts', rate: ofVideo(0.5) },
  earnedVideo3Seconds: { of: 'earnedVideoStarts', rate: ofVideo(0.4) },
  earnedVideo15Seconds: { of: 'earnedVideo3Seconds', rate: ofVideo(0.3) },
  earnedVideoQuarter: { of: 'earnedVideoStarts', rate: ofVideo(0.55) },
  earnedVideoHalf: { of: 'earnedVideoQuarter', rate: ofVideo(0.6) },
  earnedVideoThreeQuarters: { of: 'earnedVideoHalf', rate: ofVideo(0.6) },
  earnedVideoNearlyAll: { of: 'earnedVideoThreeQuarters', rate: ofVideo(0.6) },
  earnedVideoComplete: { of: 'earnedVideoNearlyAll', rate: ofVideo(0.6) },
  destinationViews: { of: 'outboundClicks', rate: always(0.7) },
  earnedDestinationViews: { of: 'earnedOutboundClicks', rate: always(0.7) },
  ideaPagesForward: { of: 'impressions', rate: ofIdea(0.35) },
  earnedIdeaPagesForward: { of: 'earnedImpressions', rate: ofIdea(0.35) },
  ideaPagesBackward: { of: 'ideaPagesForward', rate: ofIdea(0.2) },
  earnedIdeaPagesBackward: { of: 'earnedIdeaPagesForward', rate: ofIdea(0.2) },
  ideaProductTagVisits: { of: 'impressions', rate: ofIdea(0.01) },
  earnedIdeaProductTagVisits: { of: 'earnedImpressions', rate: ofIdea(0.01) },
  quizzesBegun: { of: 'impressions', rate: ofQuiz(0.04) },
  quizzesCompleted: { of: 'quizzesBegun', rate: ofQuiz(0.6) },
  quizResultsOpened: { of: 'quizzesCompleted', rate: ofQuiz(0.3) },
  showcaseClicks: { of: 'impressions', rate: ofShowcase(0.02) },
  showcaseCardsForward: { of: 'impressions', rate: ofShowcase(0.1) },
  showcaseCardsBackward: { of: 'showcaseCardsForward', rate: ofShowcase(0.3) },
  subpageImpressions: { of: 'impressions', rate: ofShowcase(0.2) },
  subpageClicks: { of: 'subpageImpressions', rate: ofShowcase(0.05) },
  subpageCloseups: { of: 'subpageImpressions', rate: ofShowcase(0.1) },
  subpageSaves: { of: 'subpageImpressions', rate: ofShowcase(0.02) },
  subpageSwipesLeft: { of: 'subpageImpressions', rate: ofShowcase(0.3) },
  subpageSwipesRight: { of: 'subpageImpressions', rate: ofShowcase(0.1) },
  subpinImpressions: { of: 'subpageImpressions', rate: ofShowcase(0.5) },
  subpinClicks: { of: 'subpinImpressions', rate: ofShowcase(0.05) },
  subpinSaves: { of: 'subpinImpressions', rate: ofShowcase(0.02) },
  subpinSwipesLeft: { of: 'subpinImpressions', rate: ofShowcase(0.3) },
  subpinSwipesRight: { of: 'subpinImpressions', rate: ofShowcase(0.1) },
} as const satisfies Record<string, { readonly of?: string; readonly rate: MeasureSource['rate'] }>

/** Something that is counted of an ad's delivery. */
export type Measure = keyof typeof sources

/** Every measure; its number is its position. What it comes from stands before it. */
export const measures = Object.entries(sources).map(([name, source]) => ({
  name,
  ...source,
})) as readonly (MeasureSource & {
  readonly name: Measure
})[]

const numbers = new Map(measures.map(({ name }, number) => [name, number]))

/** Returns the number of a measure. */
export const numberOf = (name: Measure): number => numbers.get(name) ?? 0

/** By the number of a measure, the number of the one that it comes from; -1 for paid impressions. */
export const parentNumbers: readonly number[] = measures.map(({ of }) => (of === undefined ? -1 : numberOf(of)))

/** Returns the numbers of the measures that lead from paid impressions to one, itself included and impressions not. */
export function chainOf(number: number): readonly number[] {
  const parent = parentNumbers[number] ?? -1
  return parent < 0 ? [] : [...chainOf(parent), number]
}

/** By the number of a measure, what `chainOf` returns. */
export const chains: readonly (readonly number[])[] = measures.map((_measure, number) => chainOf(number))
