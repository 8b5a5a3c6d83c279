import type { AdFacts, AdGroupState, AdState, Budget, CampaignFacts, CampaignState, Schedule } from './facts.ts'
import { type AdProfile, type ProfileFacts, profileOf } from './profile.ts'
import { boundariesOf, stateAt } from './timelines.ts'

/** The ads that share a budget in an epoch. */
export interface BudgetGroup {
  /** The campaign, as -1, or the position of an ad group. */
  readonly holder: number
  readonly budget: Budget | undefined
  readonly schedule: Schedule
  readonly isAccelerated: boolean
  /** The positions of its ads, ascending, and their profiles. */
  readonly ads: readonly number[]
  readonly profiles: readonly AdProfile[]
}

/** A span of time in which nothing changes that decides a campaign's delivery. */
export interface Epoch {
  /** Unix seconds; the end is not included, and infinity for the present. */
  readonly from: number
  readonly to: number
  readonly groups: readonly BudgetGroup[]
}

const isWithin = (moment: number, { from, to }: Schedule): boolean => moment >= from && moment < to

/** The epochs of a campaign. What is true in one is worked out when it is first needed. */
export class Epochs {
  readonly #facts: CampaignFacts
  readonly #starts: readonly number[]
  readonly #epochs: (Epoch | undefined)[] = []
  /** The latest profile of each ad. */
  readonly #profiles: (AdProfile | undefined)[] = []

  constructor(facts: CampaignFacts) {
    this.#facts = facts
    this.#starts = boundariesOf(facts)
  }

  /** When the first epoch begins, in Unix seconds. */
  get since(): number {
    return this.#starts[0] ?? Number.POSITIVE_INFINITY
  }

  /** Returns what was true of an ad and its parents at a moment, whether it delivered or not; undefined before they were. */
  statesAt(ad: number, moment: number): ProfileFacts | undefined {
    const { adGroups, ads, factor } = this.#facts
    const facts = ads[ad] as AdFacts
    const group = adGroups[facts.adGroup]
    const [campaign, ofGroup, ofAd] = [
      stateAt(this.#facts, moment),
      group && stateAt(group, moment),
      stateAt(facts, moment),
    ]
    return campaign && ofGroup && ofAd && { campaign, group: ofGroup, ad: ofAd, factor }
  }

  /** Calls back with the epochs in which anything delivers between two moments, in order. */
  between(from: number, to: number, visit: (epoch: Epoch) => void): void {
    for (let index = this.#indexAt(from); index < this.#starts.length; index++) {
      if ((this.#starts[index] as number) >= to) return
      this.#epochs[index] ??= this.#epochAt(index)
      const epoch = this.#epochs[index] as Epoch
      if (epoch.groups.length > 0) visit(epoch)
    }
  }

  /** Returns the position of the last epoch that begins at or before a moment; the first one otherwise. */
  #indexAt(moment: number): number {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] as number) <= moment) low = middle
      else high = middle - 1
    }
    return low
  }

  #epochAt(index: number): Epoch {
    const from = this.#starts[index] as number
    const to = this.#starts[index + 1] ?? Number.POSITIVE_INFINITY
    const campaign = stateAt(this.#facts, from)
    const canSpend = stateAt(this.#facts.account, from) ?? false
    const isOff = campaign === undefined || !campaign.isActive || !canSpend || !isWithin(from, campaign.schedule)
    return { from, to, groups: isOff ? [] : this.#groupsAt(from, campaign) }
  }

  #groupsAt(moment: number, campaign: CampaignState): readonly BudgetGroup[] {
    const { adGroups, ads, factor } = this.#facts
    const states = adGroups.map((group) => {
      const state = stateAt(group, moment)
      return state?.isActive && isWithin(moment, state.schedule) ? state : undefined
    })
    const groups = new Map<number, BudgetGroup & { ads: number[]; profiles: AdProfile[] }>()
    for (const [position, ad] of ads.entries()) {
      const group = states[ad.adGroup]
      const state = group && stateAt(ad, moment)
      if (group === undefined || state === undefined || !delivers(state, moment)) continue
      const holder = campaign.budget === undefined ? ad.adGroup : -1
      let shared = groups.get(holder)
      if (shared === undefined) {
        shared = { ...budgetOf(campaign, group), holder, ads: [], profiles: [] }
        groups.set(holder, shared)
      }
      shared.ads.push(position)
      shared.profiles.push(this.#profileOf(position, { campaign, group, ad: state, factor }))
    }
    return [...groups.values()]
  }

  #profileOf(position: number, from: ProfileFacts): AdProfile {
    const latest = this.#profiles[position]
    if (latest?.from.campaign === from.campaign && latest.from.group === from.group && latest.from.ad === from.ad) {
      return latest
    }
    const profile = profileOf(this.#facts.ads[position]?.id ?? '', from)
    this.#profiles[position] = profile
    return profile
  }
}

const delivers = ({ isActive, approvedAt }: AdState, moment: number): boolean => isActive && approvedAt <= moment

const budgetOf = (campaign: CampaignState, group: AdGroupState) =>
  campaign.budget === undefined
    ? { budget: group.budget, schedule: group.schedule, isAccelerated: group.isAccelerated }
    : { budget: campaign.budget, schedule: campaign.schedule, isAccelerated: false }
