import { hash } from '../ids.ts'
import { dayOf, daySeconds, dayWeight, shareBefore } from './calendar.ts'
import { fractionOf, mix } from './hash.ts'

/** What is counted of a Pin without an ad. Watch time is milliseconds. */
export const organicCounts = [
  'IMPRESSION',
  'PIN_CLICK',
  'OUTBOUND_CLICK',
  'SAVE',
  'USER_FOLLOW',
  'PROFILE_VISIT',
  'VIDEO_START',
  'VIDEO_MRC_VIEW',
  'VIDEO_10S_VIEW',
  'QUARTILE_95_PERCENT_VIEW',
  'VIDEO_V50_WATCH_TIME',
] as const
/** One of `organicCounts`. */
export type OrganicCount = (typeof organicCounts)[number]

/** The kinds of apps in which Pins are seen, with the share of each. Assumed. */
export const appShares = { MOBILE: 0.72, TABLET: 0.06, WEB: 0.22 } as const
/** One of the kinds of apps. */
export type AppType = keyof typeof appShares

/** How often each count follows an impression. Assumed. */
const rates: Readonly<Record<OrganicCount, number>> = {
  IMPRESSION: 1,
  PIN_CLICK: 0.045,
  OUTBOUND_CLICK: 0.009,
  SAVE: 0.021,
  USER_FOLLOW: 0.0008,
  PROFILE_VISIT: 0.003,
  VIDEO_START: 0.62,
  VIDEO_MRC_VIEW: 0.31,
  VIDEO_10S_VIEW: 0.14,
  QUARTILE_95_PERCENT_VIEW: 0.06,
  VIDEO_V50_WATCH_TIME: 1450,
}
const ofVideo: readonly OrganicCount[] = organicCounts.slice(6)

/** Days after which a Pin is seen half as often as at first. Assumed. */
const halfLife = 14
/** The share of its first days that it never loses. */
const rest = 0.15
const leastImpressions = 30
const impressionSpread = 400

/** A Pin as its figures follow from it. */
export interface OrganicPin {
  readonly id: string
  /** Unix seconds. */
  readonly created: number
  readonly isVideo: boolean
}

/**
 * Counts what happened to a Pin on a day, up to now: a function of its id and age, that no call changes.
 *
 * @param now Unix seconds.
 * @param apps The kinds of apps that count; together they make the whole.
 */
export function organicOn(
  { id, created, isVideo }: OrganicPin,
  day: number,
  now: number,
  apps: readonly AppType[],
): Readonly<Record<OrganicCount, number>> {
  const seed = hash(id)
  const age = day - dayOf(created)
  const begin = age === 0 ? shareBefore(created - day * daySeconds) : 0
  const share = Math.max(0, shareBefore(Math.min(now - day * daySeconds, daySeconds)) - begin)
  const decay = rest + (1 - rest) / (1 + age / halfLife)
  const popularity = fractionOf(mix(seed, 11))
  const noise = 0.7 + 0.6 * fractionOf(mix(seed, day))
  const volume = (leastImpressions + impressionSpread * popularity * popularity) * decay * noise * dayWeight(day)
  const impressions = age < 0 ? 0 : Math.floor(volume * share)
  const counts = organicCounts.map((name, number) => {
    if (impressions === 0 || (!isVideo && ofVideo.includes(name))) return [name, 0]
    const chance = name === 'IMPRESSION' ? 0 : fractionOf(mix(seed ^ day, number))
    return [name, partIn(Math.floor(impressions * rates[name] + chance), apps)]
  })
  return Object.fromEntries(counts)
}

/** Returns the part of a count in some kinds of apps. */
function partIn(count: number, apps: readonly AppType[]): number {
  let [before, part] = [0, 0]
  for (const [app, share] of Object.entries(appShares)) {
    const end = before + share
    if (apps.includes(app as AppType)) part += Math.floor(count * end + 1e-9) - Math.floor(count * before + 1e-9)
    before = end
  }
  return part
}
