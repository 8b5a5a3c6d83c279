import { type Limit, type LimitSetting, limitsOf, limitsOn, windows } from './rate-limits.ts'

/** One call, as limits see it. */
export interface CountedCall {
  readonly category: string
  readonly app: string
  /** A user of the app. */
  readonly user: string
  readonly adAccount: string
}

/** What became of one call. */
export interface Count {
  /** Whether the call passes. One that does not is not counted. */
  readonly passes: boolean
  /** Every limit on such calls, in the words of `x-ratelimit-limit`: `100;w=1, 1000;w=60`. */
  readonly policy: string
  /** The limit that is nearest to refusing, or refuses. */
  readonly limit: Limit
  /** Calls that it still lets through in its window. */
  readonly left: number
  /** Milliseconds until its window ends. */
  readonly reset: number
  /** Whether a call was refused in that window before. */
  readonly refusedBefore: boolean
}

const mostGauges = 10_000

/** Counts the calls of one world, in windows that begin and end by its clock. */
export class Meter {
  /** What it counts by. Another setting takes another meter. */
  readonly setting: LimitSetting
  readonly #limits: readonly Limit[]
  readonly #gauges = new Map<string, Gauge>()
  readonly #windows = new Map<string, Window>()

  constructor(setting: LimitSetting) {
    this.setting = setting
    this.#limits = limitsOf(setting)
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
    return { passes, policy, limit, left: Math.max(0, left), reset: end - now, refusedBefore: refused }
  }

  #gaugeOf({ category, app, user, adAccount }: CountedCall): Gauge {
    const key = `${category} ${app} ${user} ${adAccount}`
    const known = this.#gauges.get(key)
    if (known !== undefined) return known
    if (this.#gauges.size >= mostGauges) this.#forget()
    const counted = { app, user: `${app} ${user}`, ad_account: `${app} ${adAccount}` }
    const ofCall = limitsOn(category, this.#limits).map((limit) => this.#windowOf(limit, counted[limit.per]))
    const policy = ofCall.map(({ limit }) => `${limit.calls};w=${windows[limit.window]}`).join(', ')
    const gauge = { windows: ofCall, policy }
    this.#gauges.set(key, gauge)
    return gauge
  }

  #windowOf(limit: Limit, who: string): Window {
    const key = `${limit.category} ${limit.window} ${who}`
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
