import { bucketOf, type Limit, type LimitSetting, limitsOf, limitsOn, windows } from './rate-limits.ts'

/** One call, as limits see it. */
export interface CountedCall {
  readonly category: string
  /** The operation's id, for what has limits of its own. */
  readonly operation?: string | undefined
  readonly app: string
  /** A user of the app. */
  readonly user: string
  readonly adAccount: string
}

/** What became of one call. */
export interface Count {
  /** Whether the call passes. One that does not is not counted. */
  readonly passes: boolean
  /** What `x-ratelimit-limit` says: the smallest limit on such calls, then every limit with its window and name. */
  readonly policy: string
  /** The limit that is nearest to refusing, or refuses. */
  readonly limit: Limit
  /** Calls that it still lets through in its window. */
  readonly left: number
  /** Milliseconds until its window ends. */
  readonly reset: number
  /** Whether a call was refused in that window before. */
  readonly refusedBefore: boolean
  /** Takes the call out of the count again. */
  takeBack(): void
}

const mostGauges = 10_000

/** Counts the calls of one world, in windows that begin and end by its clock. */
export class RateLimiter {
  /** What it counts by. Another setting takes another meter. */
  readonly setting: LimitSetting
  readonly #limits: readonly Limit[]
  /** Operations that count against limits of their own. */
  readonly #apart: ReadonlySet<string>
  readonly #gauges = new Map<string, Gauge>()
  readonly #windows = new Map<string, Window>()

  constructor(setting: LimitSetting) {
    this.setting = setting
    this.#limits = limitsOf(setting)
    this.#apart = new Set(this.#limits.flatMap(({ operation }) => operation ?? []))
  }

  /** Counts a call at that time (milliseconds); undefined when nothing limits such calls. */
  count(call: CountedCall, now: number): Count | undefined {
    const { windows, policy } = this.#gaugeOf(call)
    for (const window of windows) window.turnTo(now)
    const passes = this.setting === 'off' || windows.every(({ left }) => left > 0)
    if (passes) for (const window of windows) window.used++
    const tightest = windows.reduce<Window | undefined>(tighter, undefined)
    if (tightest === undefined) return undefined
    const { limit, left, end, refused } = tightest
    if (!passes) tightest.refused = true
    const counted = passes ? windows : none
    return new WindowCount(counted, { passes, policy, limit, left: Math.max(0, left), reset: end - now, refused })
  }

  #gaugeOf({ category, operation = '', app, user, adAccount }: CountedCall): Gauge {
    const key = `${this.#apart.has(operation) ? operation : category} ${app} ${user} ${adAccount}`
    const known = this.#gauges.get(key)
    if (known !== undefined) return known
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

interface Gauge {
  readonly windows: readonly Window[]
  readonly policy: string
}

/** `60, 100;w=1;name="safety_net_app_id_user_id", 60;w=60;name="trends_read_app_id_user_id"` (observed). */
function policyOf(limits: readonly Limit[]): string {
  const least = Math.min(...limits.map(({ calls }) => calls))
  const told = limits.map((limit) => `${limit.calls};w=${windows[limit.window]};name="${bucketOf(limit)}"`)
  return [least, ...told].join(', ')
}

interface WindowFigures extends Omit<Count, 'refusedBefore' | 'takeBack'> {
  readonly refused: boolean
}

/** What became of a call, with the windows that it is counted in. */
class WindowCount implements Count {
  readonly passes: boolean
  readonly policy: string
  readonly limit: Limit
  readonly left: number
  readonly reset: number
  readonly refusedBefore: boolean
  readonly #windows: readonly Window[]

  constructor(windows: readonly Window[], { passes, policy, limit, left, reset, refused }: WindowFigures) {
    this.passes = passes
    this.policy = policy
    this.limit = limit
    this.left = left
    this.reset = reset
    this.refusedBefore = refused
    this.#windows = windows
  }

  takeBack(): void {
    for (const window of this.#windows) window.used = Math.max(0, window.used - 1)
  }
}

const none: readonly Window[] = []

/** The present window of one limit on one caller. */
class Window {
  readonly limit: Limit
  readonly #length: number
  #number = -1
  used = 0
  refused = false

  constructor(limit: Limit) {
    this.limit = limit
    this.#length = windows[limit.window] * 1000
  }

  get left(): number {
    return this.limit.calls - this.used
  }

  /** When it ends, in milliseconds. */
  get end(): number {
    return (this.#number + 1) * this.#length
  }

  /** Begins anew when the clock has left the window, be it backwards. */
  turnTo(now: number): void {
    const number = Math.floor(now / this.#length)
    if (number === this.#number) return
    this.#number = number
    this.used = 0
    this.refused = false
  }
}

/** The one with fewer calls left; of two that have none, the one that ends later, since it is to be waited for. */
function tighter(one: Window | undefined, other: Window): Window {
  if (one === undefined) return other
  const lefts = Math.max(0, other.left) - Math.max(0, one.left)
  return lefts < 0 || (lefts === 0 && other.end > one.end) ? other : one
}
