import { dayOf, daySeconds, secondOfShare, shareBefore } from './calendar.ts'
import type { CampaignDelivery } from './campaign-delivery.ts'
import { mix } from './hash.ts'
import { longestWindow } from './modelled-conversions.ts'
import { impressionsUntil } from './slice.ts'

/** An impression of an ad, after which something happened. */
export interface Touch {
  /** The position of the ad in its campaign. */
  readonly ad: number
  /** When the ad was shown, in Unix seconds. */
  readonly at: number
}

/** The fewest seconds from an impression to what follows it. */
const shortest = 60

/**
 * Returns an impression of a campaign's ads before a moment, of the latest day that has any; undefined when nothing was
 * delivered within the longest window.
 *
 * @param chance Which of the impressions of that day it is.
 */
export function touchBefore(delivery: CampaignDelivery, moment: number, chance: number): Touch | undefined {
  const end = moment - shortest
  for (let day = dayOf(end); day >= dayOf(moment - longestWindow); day--) {
    const until = shareBefore(Math.min(end - day * daySeconds, daySeconds))
    const shown: { readonly ad: number; readonly begin: number; readonly pace: number; readonly count: number }[] = []
    let total = 0
    delivery.forEachSlice(day, (slice) => {
      const count = impressionsUntil(slice, until)
      if (count > 0) shown.push({ ad: slice.ad, begin: slice.begin, pace: slice.pace, count })
      total += count
    })
    if (total === 0) continue
    let position = mix(chance, day) % total
    for (const { ad, begin, pace, count } of shown) {
      if (position < count) {
        return { ad, at: day * daySeconds + Math.ceil(secondOfShare(begin + (position + 1) / pace)) }
      }
      position -= count
    }
  }
  return undefined
}
