import { hash } from '../ids.ts'
import { type CallMatch, headOf } from '../matching/call-match.ts'
import { callMatcher } from '../matching/call-matcher.ts'
import type { CallView } from '../matching/call-view.ts'
import { type Random, randomOf } from '../random.ts'
import type { Effect } from './effect.ts'
import { waitOf } from './latency.ts'
import { type Call, matcherOf } from './match.ts'
import { fires, leftOf, type Trigger } from './trigger.ts'

/** A fault as it is configured. */
export interface FaultRule {
  readonly match: CallMatch
  readonly trigger: Trigger
  /** The most calls that it applies to. */
  readonly times?: number | undefined
  /** Seconds of the world's clock until it expires. */
  readonly expires_in?: number | undefined
  /** The seed of its random numbers, for probability and latency; derived from its id when absent. */
  readonly seed?: number | undefined
  readonly effect: Effect
}

/** An active fault with its counters. */
export class Fault {
  readonly id: string
  readonly rule: FaultRule
  /** Unix seconds of the world's clock. */
  readonly created: number
  /** How many calls matched while it was active. */
  matched = 0
  /** How many calls it was applied to. */
  hits = 0
  /** Characters of its rule as JSON. */
  readonly characters: number
  readonly #matches: (call: Call) => boolean
  readonly #mayMatch: (call: CallView) => boolean
  readonly #chance: Random

  constructor(id: string, rule: FaultRule, now: number) {
    this.id = id
    this.rule = rule
    this.created = now
    this.characters = JSON.stringify(rule).length
    this.#matches = matcherOf(rule.match, rule.effect)
    this.#mayMatch = callMatcher(headOf(rule.match))
    this.#chance = randomOf(rule.seed ?? hash(id))
  }

  /** Unix seconds at which it expires; null for never. */
  get expires(): number | null {
    const { expires_in } = this.rule
    return expires_in === undefined ? null : this.created + expires_in
  }

  /** How many more calls it can apply to; null without a bound. */
  get remaining(): number | null {
    const { trigger, times } = this.rule
    const left = leftOf(trigger, this.matched)
    if (times === undefined) return left ?? null
    return Math.min(times - this.hits, left ?? Number.POSITIVE_INFINITY)
  }

  /** Tells whether it can still apply at a second of the world's clock. */
  isActive(now: number): boolean {
    return this.remaining !== 0 && (this.expires === null || now < this.expires)
  }

  /** Tells whether it may apply to a call whose body is not read yet. */
  mayApply(call: CallView, now: number): boolean {
    return this.isActive(now) && this.#mayMatch(call)
  }

  /** Counts a call that matches, and tells whether the fault applies to it. */
  observe(call: Call, now: number): boolean {
    if (!this.isActive(now) || !this.#matches(call)) return false
    this.matched++
    return fires(this.rule.trigger, this.matched, this.#chance)
  }

  /** Counts an application, and returns the milliseconds by which it delays the answer. */
  fire(): number {
    this.hits++
    const { latency } = this.rule.effect
    return latency === undefined ? 0 : waitOf(latency, this.#chance)
  }
}
