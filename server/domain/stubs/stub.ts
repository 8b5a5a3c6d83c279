import { waitOf } from '../faults/latency.ts'
import { hash } from '../ids.ts'
import { type CallMatch, headOf } from '../matching/call-match.ts'
import { callMatcher } from '../matching/call-matcher.ts'
import type { CallView } from '../matching/call-view.ts'
import { type Random, randomOf } from '../random.ts'
import type { TemplateValues } from './expression.ts'
import { firstState, type Scenarios } from './scenarios.ts'
import { type RenderedResponse, rendererOf, type StubResponse } from './stub-response.ts'

/** A stub as it is configured. */
export interface StubRule {
  readonly match: CallMatch
  /** The responses to the first calls, one each; the last one is repeated. */
  readonly responses: readonly [StubResponse, ...(readonly StubResponse[])]
  /** The scenario that it belongs to. */
  readonly scenario?: string | undefined
  /** The state that the scenario must be in; any when absent. */
  readonly requires?: string | undefined
  /** The state that an answer puts the scenario into; the same when absent. */
  readonly sets?: string | undefined
  /** Of several stubs that match, the one with the smallest number answers, and of equal ones the latest. */
  readonly priority: number
  /** The most calls that it answers. */
  readonly times?: number | undefined
  /** Seconds of the world's clock until it expires. */
  readonly expires_in?: number | undefined
}

/** A stub answers calls that it matches, in place of the operation and whether there is one or not. */
export class Stub {
  readonly id: string
  readonly rule: StubRule
  /** Unix seconds of the world's clock. */
  readonly created: number
  /** How many calls it has answered. */
  hits = 0
  /** Characters of its rule as JSON. */
  readonly characters: number
  readonly #matches: (call: CallView) => boolean
  readonly #mayMatch: (call: CallView) => boolean
  readonly #responses: readonly ((values: TemplateValues) => RenderedResponse)[]
  readonly #chance: Random

  /** @throws TemplateError for an unknown placeholder in a response. */
  constructor(id: string, rule: StubRule, now: number) {
    this.id = id
    this.rule = rule
    this.created = now
    this.characters = JSON.stringify(rule).length
    this.#matches = callMatcher(rule.match)
    this.#mayMatch = callMatcher(headOf(rule.match))
    this.#responses = rule.responses.map(rendererOf)
    this.#chance = randomOf(hash(id))
  }

  /** Unix seconds at which it expires; null for never. */
  get expires(): number | null {
    const { expires_in } = this.rule
    return expires_in === undefined ? null : this.created + expires_in
  }

  /** How many more calls it can answer; null without a bound. */
  get remaining(): number | null {
    const { times } = this.rule
    return times === undefined ? null : times - this.hits
  }

  /** Tells whether it can answer at a second of the world's clock, in some state of its scenario. */
  isActive(now: number): boolean {
    return this.remaining !== 0 && (this.expires === null || now < this.expires)
  }

  /** Tells whether it may answer a call whose body is not read yet. */
  mayMatch(call: CallView, now: number, scenarios: Scenarios): boolean {
    return this.#isReady(now, scenarios) && this.#mayMatch(call)
  }

  /** Tells whether it answers a call. */
  matches(call: CallView, now: number, scenarios: Scenarios): boolean {
    return this.#isReady(now, scenarios) && this.#matches(call)
  }

  /**
   * Counts a call, puts its scenario into the next state, and returns the response with the milliseconds by which it is
   * delayed.
   *
   * @throws TemplateError when the response would be too long.
   */
  answer(values: Omit<TemplateValues, 'counter'>, scenarios: Scenarios): RenderedResponse & { readonly delay: number } {
    const { responses, scenario, sets } = this.rule
    const index = Math.min(this.hits, responses.length - 1)
    this.hits++
    if (scenario !== undefined && sets !== undefined) scenarios.set(scenario, sets)
    const rendered = this.#responses[index]?.({ ...values, counter: this.hits })
    if (rendered === undefined) throw new Error(`Stub ${this.id} has no response`)
    return { ...rendered, delay: waitOf(responses[index]?.latency ?? 0, this.#chance) }
  }

  /** Returns the states of its scenario that it knows. */
  get states(): readonly string[] {
    const { requires, sets } = this.rule
    return [firstState, requires, sets].flatMap((state) => state ?? [])
  }

  #isReady(now: number, scenarios: Scenarios): boolean {
    const { scenario, requires } = this.rule
    if (!this.isActive(now)) return false
    return scenario === undefined || requires === undefined || scenarios.stateOf(scenario) === requires
  }
}
