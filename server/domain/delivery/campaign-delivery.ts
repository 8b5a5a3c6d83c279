import { allowanceOn, looksBack, type Spending } from './budget.ts'
import { dayOf, daySeconds, dayWeight, shareBefore, weekdayOf } from './calendar.ts'
import { type BudgetGroup, type Epoch, Epochs } from './epochs.ts'
import type { CampaignFacts } from './facts.ts'
import { fractionOf, mix } from './hash.ts'
import type { AdProfile, ProfileFacts } from './profile.ts'
import { costOf, impressionsUntil, type Slice } from './slice.ts'

/** Calls back with a slice, which is only valid during the call, and the second of the day at which it ends. */
export type VisitSlice = (slice: Slice) => void

/** What the ads of one campaign deliver: a function of what was true of them, worked out when it is needed. */
export class CampaignDelivery {
  readonly #epochs: Epochs
  /** By holder of a budget that looks back, what it had spent before each day since the first one. */
  readonly #ledger = new Map<number, number[]>()
  readonly #firstDay: number
  #ledgerEnd: number
  readonly #slice = {} as Slice
  #volumes = new Float64Array(0)

  constructor(facts: CampaignFacts) {
    this.#epochs = new Epochs(facts)
    this.#firstDay = dayOf(this.#epochs.since)
    this.#ledgerEnd = this.#firstDay
  }

  /** Returns what was true of an ad and its parents at a moment; undefined before they were. */
  statesAt(ad: number, moment: number): ProfileFacts | undefined {
    return this.#epochs.statesAt(ad, moment)
  }

  /** Calls back with the slices of a day, ordered by time and then by ad, whether they lie in the past or not. */
  forEachSlice(day: number, visit: VisitSlice): void {
    if (day < this.#firstDay) return
    const [start, end] = [day * daySeconds, (day + 1) * daySeconds]
    const spent = new Map<number, number>()
    this.#epochs.between(start, end, (epoch) => {
      const isLast = epoch.to >= end
      for (const group of epoch.groups) {
        const tracks = !isLast || looksBack(group.budget)
        const cost = this.#visitGroup(group, { day, epoch, spent: spent.get(group.holder) ?? 0, tracks }, visit)
        if (tracks) spent.set(group.holder, (spent.get(group.holder) ?? 0) + cost)
      }
    })
    if (day === this.#ledgerEnd) this.#closeDay(spent)
  }

  /** Visits the slices of ads that share a budget, and returns what they cost where that is of interest. */
  #visitGroup(group: BudgetGroup, { day, epoch, spent, tracks }: Moment, visit: VisitSlice): number {
    const start = day * daySeconds
    const begin = shareBefore(Math.max(epoch.from - start, 0))
    const until = shareBefore(Math.min(epoch.to - start, daySeconds))
    const left = Math.max(0, this.#allowanceOf(group, day) - spent)
    const weight = dayWeight(day)
    const { ads, profiles, isAccelerated } = group
    const volumes = this.#volumesOf(ads.length)
    let demand = 0
    for (let index = 0; index < ads.length; index++) {
      const profile = profiles[index] as AdProfile
      const volume = volumeOn(profile, day, weight)
      volumes[index] = volume
      demand += volume * profile.cost
    }
    if (demand === 0) return 0
    const pace = isAccelerated ? 1 : Math.min(1, left / (1 - begin) / demand)
    const end = isAccelerated ? Math.min(until, begin + left / demand) : until
    const slice = this.#slice
    const from = Math.max(epoch.from, start)
    let cost = 0
    for (let index = 0; index < ads.length; index++) {
      const profile = profiles[index] as AdProfile
      slice.ad = ads[index] as number
      slice.profile = profile
      slice.seed = mix(profile.seed, from)
      slice.begin = begin
      slice.end = end
      slice.pace = (volumes[index] as number) * pace
      visit(slice)
      if (tracks) cost += costOf(slice, impressionsUntil(slice, until))
    }
    return cost
  }

  /** Returns room for the volumes of so many ads. Slices are visited while it is in use, and visit nothing themselves. */
  #volumesOf(count: number): Float64Array {
    if (this.#volumes.length < count) this.#volumes = new Float64Array(count)
    return this.#volumes
  }

  #allowanceOf({ holder, budget, schedule }: BudgetGroup, day: number): number {
    return allowanceOn(day, budget, schedule, looksBack(budget) ? this.#spentBefore(holder, day) : nothing)
  }

  #spentBefore(holder: number, day: number): Spending {
    while (this.#ledgerEnd < day) this.forEachSlice(this.#ledgerEnd, () => {})
    const ledger = this.#ledger.get(holder) ?? []
    const at = (of: number): number => ledger[Math.min(of - this.#firstDay, ledger.length) - 1] ?? 0
    return { total: at(day), week: at(day) - at(day - weekdayOf(day)) }
  }

  #closeDay(spent: ReadonlyMap<number, number>): void {
    for (const [holder, cost] of spent) {
      const ledger = this.#ledger.get(holder) ?? []
      this.#ledger.set(holder, ledger)
      const before = ledger.at(-1) ?? 0
      while (ledger.length < this.#ledgerEnd - this.#firstDay) ledger.push(before)
      ledger.push(before + cost)
    }
    this.#ledgerEnd++
  }
}

/** Where in time a group of ads is visited. */
interface Moment {
  readonly day: number
  readonly epoch: Epoch
  /** What its budget has spent of the day before, in micro-currency. */
  readonly spent: number
  /** Whether what it costs is of interest. */
  readonly tracks: boolean
}

const nothing: Spending = { total: 0, week: 0 }

/** Returns the impressions of an ad on a day without a budget. */
const volumeOn = ({ volume, seed }: AdProfile, day: number, weight: number): number =>
  volume * weight * (0.75 + 0.5 * fractionOf(mix(seed, day)))
