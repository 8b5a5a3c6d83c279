/** The words of `status`. */
export type Status = 'ACTIVE' | 'PAUSED' | 'ARCHIVED' | 'DRAFT' | 'DELETED_DRAFT'

/** A campaign as the API answers it, without `summary_status`, which depends on the time. */
export interface Campaign {
  readonly id: string
  readonly ad_account_id: string
  readonly name: string
  readonly objective_type: string
  readonly status: Status
  readonly daily_spend_cap: number
  readonly lifetime_spend_cap: number
  readonly is_campaign_budget_optimization: boolean
  readonly is_flexible_daily_budgets: boolean
  readonly is_automated_campaign: boolean
  readonly is_performance_plus: boolean
  readonly is_top_of_search: boolean
  readonly intended_promotion_type: string
  readonly tracking_urls: unknown
  readonly start_time: number
  readonly end_time: number | null
  readonly created_time: number
  readonly updated_time: number
  readonly [constant: string]: unknown
}

/** An ad group as the API answers it, without `summary_status`. */
export interface AdGroup {
  readonly id: string
  readonly ad_account_id: string
  readonly campaign_id: string
  readonly name: string
  readonly status: Status
  readonly billable_event: string
  readonly bid_in_micro_currency: number | null
  readonly bid_strategy_type: string | null
  readonly budget_in_micro_currency: number | null
  readonly budget_type: string
  readonly pacing_delivery_type: string
  readonly lifetime_frequency_cap: number
  readonly targeting_spec: Readonly<Record<string, unknown>>
  readonly tracking_urls: unknown
  readonly bid_multiplier: number | null
  readonly optimization_goal_metadata: Readonly<Record<string, unknown>>
  readonly start_time: number | null
  readonly end_time: number | null
  readonly created_time: number
  readonly updated_time: number
  readonly [constant: string]: unknown
}

/** An ad as the API answers it, without what depends on the time and on what it is in, with when its review began. */
export interface Ad {
  readonly id: string
  readonly ad_account_id: string
  readonly ad_group_id: string
  /** Null in a draft. */
  readonly submitted: number | null
  readonly pin_id: string
  readonly name: string | null
  readonly status: Status
  readonly creative_type: string
  readonly destination_url: string | null
  readonly carousel_destination_urls: readonly string[] | null
  readonly tracking_urls: unknown
  readonly created_time: number
  readonly updated_time: number
  readonly [constant: string]: unknown
}

/** A keyword as the API answers it. */
export interface Keyword {
  readonly id: string
  readonly archived: boolean
  readonly parent_id: string
  readonly parent_type: string
  readonly type: 'KEYWORD'
  readonly bid: null
  readonly match_type: string
  readonly value: string
}

/** A label, and the campaigns that it is or was on. */
export interface Label {
  readonly id: string
  readonly label_type: 'BRAND' | 'CUSTOM'
  readonly value: string
  readonly status: 'ACTIVE' | 'ARCHIVED'
}

/** What can be switched on and off for an ad account. */
export interface Features {
  readonly labels: boolean
  readonly cbo_ad_group_schedule: boolean
  readonly require_cbo: boolean
  readonly require_location: boolean
  readonly billing_disabled: boolean
}

/** What the model knows of a day of the past: of delivery it knows the chances and the limits, and not how much it was. */
export interface DeliveryDay {
  /** The seconds in which the ad could deliver, by ad; no entry for none. */
  readonly open: Map<string, number>
  /** The most that a campaign or an ad group could spend, by its id; infinity without a budget of its own. */
  readonly most: Map<string, number>
  /** The least daily budget that a campaign had, by its id; 0 when it had none, or one that looks back. */
  readonly least: Map<string, number>
}

/** All that the model remembers of one world: plain Maps, in the order of creation. */
export class State {
  /** Unix seconds of the world's frozen clock. */
  now: number
  readonly account: string
  /** The one Pin that there is to be promoted. */
  readonly pin: string
  features: Features = {
    labels: true,
    cbo_ad_group_schedule: false,
    require_cbo: false,
    require_location: false,
    billing_disabled: false,
  }
  readonly campaigns = new Map<string, Campaign>()
  readonly adGroups = new Map<string, AdGroup>()
  readonly ads = new Map<string, Ad>()
  readonly keywords = new Map<string, Keyword>()
  readonly labels = new Map<string, Label>()
  /** By label, the campaigns that it is on. */
  readonly labelled = new Map<string, Set<string>>()
  /** What could be delivered, by the day's number. */
  readonly days = new Map<number, DeliveryDay>()

  constructor(account: string, pin: string, now: number) {
    this.account = account
    this.pin = pin
    this.now = now
  }
}
