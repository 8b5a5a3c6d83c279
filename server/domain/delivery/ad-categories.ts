import { Categories } from './breakdown-categories.ts'
import { cellsOf } from './breakdown-cells.ts'
import { type BreakdownType, isOfListed } from './breakdown-types.ts'
import type { ProfileFacts } from './profile.ts'
import type { Counted } from './walk.ts'

/** A campaign whose delivery is broken down. */
export interface BrokenDown extends Counted {
  readonly adIds: readonly string[]
  /**
   * Returns the keywords of an ad's ad group on a day, or the items of a product group, by the ad's position: the same
   * list while they stay the same.
   */
  readonly listedValuesOf: (ad: number, day: number) => readonly string[]
}

/** The categories of an ad, and what they follow from. */
interface Latest {
  readonly states: ProfileFacts
  readonly listed: readonly string[]
  readonly categories: Categories
}

const none: readonly string[] = []

/** The categories of a campaign's ads. Those of an ad stay the same until its states or listed values change. */
export class AdCategories {
  readonly #type: BreakdownType
  readonly #campaign: BrokenDown
  readonly #latest = new Map<number, Latest>()

  constructor(type: BreakdownType, campaign: BrokenDown) {
    this.#type = type
    this.#campaign = campaign
  }

  /** Returns the categories of an ad on a day, by the ad's position. */
  of(ad: number, day: number, states: ProfileFacts): Categories {
    const { adIds, listedValuesOf } = this.#campaign
    const listed = isOfListed(this.#type) ? listedValuesOf(ad, day) : none
    const latest = this.#latest.get(ad)
    if (latest?.states === states && latest.listed === listed) return latest.categories
    const categories = new Categories(cellsOf(this.#type, { adId: adIds[ad] as string, ...states, listed }))
    this.#latest.set(ad, { states, listed, categories })
    return categories
  }
}
