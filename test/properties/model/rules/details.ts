import type { Ad, AdGroup, Campaign } from './state.ts'
import type { Objections } from './verdict.ts'

type Lists = Readonly<Record<string, readonly string[] | null>>

/** An empty object is how the API is told to have no tracking URLs. */
export const trackingOf = (sent: unknown): Lists | null =>
  sent === undefined || sent === null || Object.keys(sent).length === 0 ? null : (sent as Lists)

/** At most three tracking URLs for an event, of at most 2,000 characters; of a draft, too. */
export function judgeTracking({ tracking_urls }: Ad | AdGroup | Campaign, objections: Objections): void {
  const lists = Object.values(trackingOf(tracking_urls) ?? {}).map((list) => list ?? [])
  const on = (broken: boolean, why: string) => objections.about(['tracking_urls'], broken, why)
  on(
    lists.some((list) => list.length > 3),
    'four tracking URLs',
  )
  on(
    lists.flat().some((url) => url.length > 2000),
    'a long tracking URL',
  )
}

/** Ages are told in one way, and from the lower to the higher; GEO is told in one kind of code. */
export function judgeTargetingSpec({ targeting_spec: spec }: AdGroup, objections: Objections): void {
  const { MINIMUM_AGE: least, MAXIMUM_AGE: most, AGE_BUCKET: buckets, GEO: places } = spec as TargetingSpec
  const on = (broken: boolean, why: string) => objections.about(['targeting_spec'], broken, why)
  const aged = least !== undefined || most !== undefined
  on(buckets !== undefined && aged, 'ages told twice')
  on((least === undefined) !== (most === undefined), 'half a range of ages')
  const from = Number.parseInt(least ?? '18', 10)
  const to = most === '65+' ? 66 : Number.parseInt(most ?? '65', 10)
  on(from < 18 || from > 65 || to < from, 'no range of ages')
  const postal = (places ?? []).filter((world) => /-\d/.test(world)).length
  on(postal > 0 && postal < (places ?? []).length, 'regions beside postal codes')
}

interface TargetingSpec {
  readonly MINIMUM_AGE?: string
  readonly MAXIMUM_AGE?: string
  readonly AGE_BUCKET?: readonly string[]
  readonly GEO?: readonly string[]
}

const windows = ['30/30/30', '30/30/7', '30/30/1', '7/7/7', '7/7/1', '7/0/0', '1/1/1', '1/0/0']

/** What a conversion goal has in it. */
export interface Goal {
  readonly attribution_windows?: Readonly<Record<string, number>>
  readonly conversion_event?: string
  readonly cpa_goal_value_in_micro_currency?: string | null
  readonly is_roas_optimized?: boolean
}

/** The conversion goal of an ad group, if it has one. */
export const goalOf = ({ optimization_goal_metadata: metadata }: AdGroup): Goal | undefined =>
  (metadata as { readonly conversion_tag_v3_goal_metadata?: Goal }).conversion_tag_v3_goal_metadata

/** Attribution windows that exist, and return on ad spend for checkouts under automatic bids alone. */
export function judgeGoal(row: AdGroup, objections: Objections): void {
  const goal = goalOf(row)
  if (!goal) return
  const {
    click_window_days: click,
    engagement_window_days: engagement,
    view_window_days: view,
  } = goal.attribution_windows ?? {}
  const known = windows.includes(`${click}/${engagement}/${view}`)
  objections.about(['optimization_goal_metadata'], !known, 'windows that do not exist')
  const checkout = goal.conversion_event === 'CHECKOUT' && row.bid_strategy_type === 'AUTOMATIC_BID'
  const fields = ['optimization_goal_metadata', 'bid_strategy_type']
  objections.about(fields, goal.is_roas_optimized === true && !checkout, 'a return on ad spend of nothing')
}
