import type { CreativeType } from '../ads/creatives.ts'
import type { BillableEvent, Objective } from '../ads/objectives.ts'
import type { TargetingSpec } from '../ads/targeting.ts'
import type { placements } from '../reference/targeting-values.ts'

/** When something can deliver, in Unix seconds; an end of infinity is open. */
export interface Schedule {
  readonly from: number
  readonly to: number
}

/** A budget that ads share, in micro-currency. */
export interface Budget {
  /**
   * `daily` is the most of a day. `flexible` is the average of a week, of which a day may spend twice. `lifetime` is the
   * most from the start to the end of the schedule.
   */
  readonly kind: 'daily' | 'flexible' | 'lifetime'
  readonly amount: number
}

/** What decides the delivery of a campaign while it holds. */
export interface CampaignState {
  readonly isActive: boolean
  readonly schedule: Schedule
  readonly objective: Objective
  /** The budget that its ad groups share; absent where they have their own. */
  readonly budget?: Budget | undefined
  /** The ids of audiences whose bids it multiplies. */
  readonly multipliedAudiences?: readonly string[]
}

/** Whom an ad group shows its ads, and where. */
export interface Targeting {
  readonly spec: TargetingSpec
  readonly placement: (typeof placements)[number]
}

/** What decides the delivery of an ad group while it holds. */
export interface AdGroupState {
  readonly isActive: boolean
  readonly schedule: Schedule
  readonly budget?: Budget | undefined
  readonly billableEvent: BillableEvent
  /** The highest price of a billable event, or of a thousand impressions, in micro-currency; null is automatic. */
  readonly bid: number | null
  readonly targeting: Targeting
  /** The number of people that its targeting may reach. */
  readonly audience: number
  /** Whether its budget is spent as fast as possible and not over the day. */
  readonly isAccelerated: boolean
}

/** What decides the delivery of an ad, or of a product group, while it holds. */
export interface AdState {
  readonly isActive: boolean
  /** When its review has approved it, in Unix seconds; infinity when it has not, or has rejected it. */
  readonly approvedAt: number
  readonly hasVideo: boolean
  readonly creativeType: CreativeType
  /** Its own bid in place of its ad group's; absent or null without one. */
  readonly bid?: number | null
  /** The results of its quiz, by their ids. */
  readonly quizResults?: readonly string[]
  /** How its images are enhanced; absent when they are not. */
  readonly enhancement?: string | undefined
}

/** A state and when it ended, in Unix seconds; the present one has an end of infinity. */
export interface Period<State> {
  readonly until: number
  readonly state: State
}

/** The states of something since it was created, the oldest first. */
export interface Timeline<State> {
  /** Unix seconds. */
  readonly since: number
  readonly periods: readonly Period<State>[]
}

/** An ad, or a product group, with the states of its life. */
export interface AdFacts extends Timeline<AdState> {
  readonly id: string
  /** The position of its ad group among those of the campaign. */
  readonly adGroup: number
}

/** An ad group with the states of its life. */
export interface AdGroupFacts extends Timeline<AdGroupState> {
  readonly id: string
}

/** Everything that decides the delivery of one campaign. */
export interface CampaignFacts extends Timeline<CampaignState> {
  readonly id: string
  readonly adGroups: readonly AdGroupFacts[]
  readonly ads: readonly AdFacts[]
  /** Whether the ad account could spend. */
  readonly account: Timeline<boolean>
  /** Delivery against the usual one; 1 is usual. */
  readonly factor: number
}
