import { hash } from '../ids.ts'
import { type Random, randomOf } from '../random.ts'
import type { Effect } from './effect.ts'
import { waitOf } from './latency.ts'
import { type Call, type FaultMatch, matcherOf } from './match.ts'
import { fires, leftOf, type Trigger } from './trigger.ts'

/** What a world is told to do to requests. */
export interface FaultRule {
  readonly match: FaultMatch
  readonly trigger: Trigger
  /** How many calls it strikes at the most. */
  readonly times?: number | undefined
  /** Seconds of the world's clock after which it strikes no more. */
  readonly expires_in?: number | undefined
  /** What probability and drawn latencies begin with; a function of its id when absent. */
  readonly seed?: number | undefined
  readonly effect: Effect
}

/** A fault in force, which counts what it sees. */
export class Fault {
  readonly id: string
  readonly rule: FaultRule
  /** Unix seconds of the world's clock. */
  readonly created: number
  /** How many calls matched while it was in force. */
  matched = 0
  /** How many of those were struck. */
  hits = 0
  /** Characters that its rule takes as JSON. */
  readonly letters: number
  readonly #matches: (call: Call) => boolean
  readonly #chance: Random

  constructor(id: string, rule: FaultRule, now: number) {
    this.id = id
    this.rule = rule
    this.created = now
    this.letters = JSON.stringify(rule).length
    this.#matches = matcherOf(rule.match, rule.effect)
    this.#chance = randomOf(rule.seed ?? hash(id))
  }

  /** Unix seconds from which it strikes no more; null for never. */
  get expires(): number | null {
    const { expires_in } = this.rule
    return expires_in === undefined ? null : this.created + expires_in
  }

  /** How many calls it can still strike; null when there is no end to them. */
  get remaining(): number | null {
    const { trigger, times } = this.rule
    const left = leftOf(trigger, this.matched)
    if (times === undefined) return left ?? null
    return Math.min(times - this.hits, left ?? Number.POSITIVE_INFINITY)
  }

  /** Whether it can still strike at that second of the world's clock. */
  isActive(now: number): boolean {
    return this.remaining !== 0 && (this.expires === null || now < this.expires)
  }

  /** Counts the call when it matches, and says whether it is to be struck. */
  sees(call: Call, now: number): boolean {
    if (!this.isActive(now) || !this.#matches(call)) return false
    this.matched++
    return fires(this.rule.trigger, this.matched, this.#chance)
  }

  /** Strikes: counts that, and says for how many milliseconds the answer is kept back. */
  strike(): number {
    this.hits++
    const { latency } = this.rule.effect
    return latency === undefined ? 0 : waitOf(latency, this.#chance)
  }
}
