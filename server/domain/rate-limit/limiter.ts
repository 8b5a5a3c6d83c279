import { bucketOf, type Limit, type LimitSetting, windows } from './rate-limits.ts'
import { limitsOf, limitsOn } from './tier-limits.ts'
import { moreRestrictive, Window } from './window.ts'

/** A call as rate limits see it. */
export interface CountedCall {
  readonly category: string
  /** The operation's id, for operations with limits of their own. */
  readonly operation?: string | undefined
  readonly app: string
  /** A user of the app. */
  readonly user: string
  readonly adAccount: string
}

/** The outcome of counting one call. */
export interface Count {
  /** Whether the call passes. A refused call is not counted. */
  readonly passes: boolean
  /** The value of `x-ratelimit-limit`: the smallest limit on the call, then every limit with its window and name. */
  readonly policy: string
  /** The limit that refuses the call, or is closest to doing so. */
  readonly limit: Limit
  /** How many more calls that limit allows in its window. */
  readonly left: number
  /** Milliseconds until its window ends. */
  readonly reset: number
  /** Whether the window has refused a call before. */
  readonly refusedBefore: boolean
  /** Notes that the window has refused a call. */
  refuse(): void
  /** Uncounts the call. */
  refund(): void
}

const mostGauges = 10_000

/** Counts the calls of one world, in windows of its clock. */
export class RateLimiter {
  /** The setting that it enforces. Another setting needs another limiter. */
  readonly setting: LimitSetting
  readonly #limits: readonly Limit[]
  /** Operations with limits of their own. */
  readonly #ownLimits: ReadonlySet<string>
  readonly #gauges = new Map<string, CallWindows>()
  readonly #windows = new Map<string, Window>()

  constructor(setting: LimitSetting) {
    this.setting = setting
    this.#limits = limitsOf(setting)
    this.#ownLimits = new Set(this.#limits.flatMap(({ operation }) => operation ?? []))
  }

  /** Counts a call at a time in milliseconds; undefined when no limit applies. */
  count(call: CountedCall, now: number): Count | undefined {
    const { windows, policy } = this.#gaugeOf(call)
    for (const window of windows) window.rollTo(now)
    const passes = this.setting === 'off' || windows.every(({ left }) => left > 0)
    if (passes) for (const window of windows) window.used++
    const tightest = windows.reduce<Window | undefined>(moreRestrictive, undefined)
    if (tightest === undefined) return undefined
    return new WindowCount({ passes, policy, tightest, counted: passes ? windows : none, now })
  }

  #gaugeOf({ category, operation = '', app, user, adAccount }: CountedCall): CallWindows {
    const key = `${this.#ownLimits.has(operation) ? operation : category} ${app} ${user} ${adAccount}`
    const cached = this.#gauges.get(key)
    if (cached !== undefined) return cached
    if (this.#gauges.size >= mostGauges) this.#forget()
    const counted = { app, user: `${app} ${user}`, ad_account: `${app} ${adAccount}` }
    const limits = limitsOn(category, this.#limits, operation)
    const ofCall = limits.map((limit) => this.#windowOf(limit, counted[limit.per]))
    const gauge = { windows: ofCall, policy: policyOf(limits) }
    this.#gauges.set(key, gauge)
    return gauge
  }

  #windowOf(limit: Limit, who: string): Window {
    const key = `${bucketOf(limit)} ${limit.window} ${who}`
    const window = this.#windows.get(key) ?? new Window(limit)
    this.#windows.set(key, window)
    return window
  }

  #forget(): void {
    this.#gauges.clear()
    this.#windows.clear()
  }
}

interface CallWindows {
  readonly windows: readonly Window[]
  readonly policy: string
}

/**
 * Formats `x-ratelimit-limit`: `60, 100;w=1;name="safety_net_app_id_user_id",
 * 60;w=60;name="trends_read_app_id_user_id"` (observed).
 */
function policyOf(limits: readonly Limit[]): string {
  const least = Math.min(...limits.map(({ calls }) => calls))
  const policies = limits.map((limit) => `${limit.calls};w=${windows[limit.window]};name="${bucketOf(limit)}"`)
  return [least, ...policies].join(', ')
}

interface CountedWindows {
  readonly passes: boolean
  readonly policy: string
  readonly tightest: Window
  /** The windows that counted the call. */
  readonly counted: readonly Window[]
  readonly now: number
}

/** The outcome of a call, with the windows that counted it. */
class WindowCount implements Count {
  readonly passes: boolean
  readonly policy: string
  readonly limit: Limit
  readonly left: number
  readonly reset: number
  readonly refusedBefore: boolean
  readonly #tightest: Window
  readonly #counted: readonly Window[]

  constructor({ passes, policy, tightest, counted, now }: CountedWindows) {
    this.passes = passes
    this.policy = policy
    this.limit = tightest.limit
    this.left = Math.max(0, tightest.left)
    this.reset = tightest.end - now
    this.refusedBefore = tightest.refused
    this.#tightest = tightest
    this.#counted = counted
  }

  refuse(): void {
    this.#tightest.refused = true
  }

  refund(): void {
    for (const window of this.#counted) window.used = Math.max(0, window.used - 1)
  }
}

const none: readonly Window[] = []
