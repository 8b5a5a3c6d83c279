import { randomOf } from '../random.ts'
import { decides, type Effect, type RefusedItem } from './effect.ts'
import { Fault, type FaultRule } from './fault.ts'
import { longestWait, waitOf } from './latency.ts'
import { type Call, looksAtBody } from './match.ts'

/** What is done to one request on purpose. */
export interface Plan {
  /** The faults that are applied. */
  readonly applied: readonly { readonly id: string; readonly effect: Effect }[]
  /** How many milliseconds the answer is kept back. */
  readonly delay: number
  /** The items that are refused, by their places. */
  readonly refusedItems: ReadonlyMap<number, RefusedItem>
  /** What becomes of the answer; undefined when nothing does. */
  readonly answer: Effect | undefined
}

/** The header by which a single request asks for an effect, and the id of the fault that this is. */
export const faultHeader = 'x-mock-fault'

/**
 * A world's faults, in the order in which they were added. Every one that matches a call counts it. Latencies add up and
 * refused items are all refused; of the effects on the answer the first to strike wins, and the others let the call be.
 */
export class Faults {
  readonly #faults = new Map<string, Fault>()
  #named = 0

  /** Whether there is none, which is what nearly every request asks. */
  get isEmpty(): boolean {
    return this.#faults.size === 0
  }

  /** How many of them look into bodies. */
  get bodyCount(): number {
    return this.list().filter(({ rule }) => looksAtBody(rule.match)).length
  }

  /** Characters that all of them take as JSON. */
  get letters(): number {
    return this.list().reduce((sum, { letters }) => sum + letters, 0)
  }

  /** All of them. */
  list(): readonly Fault[] {
    return [...this.#faults.values()]
  }

  /** The one of that id. */
  find(id: string): Fault | undefined {
    return this.#faults.get(id)
  }

  /** Adds one at that second of the world's clock, under an id that is free. */
  add(rule: FaultRule, now: number, id: string = this.#freeId()): Fault {
    const fault = new Fault(id, rule, now)
    this.#faults.set(id, fault)
    return fault
  }

  /** Takes one away; false when there is none of that id. */
  remove(id: string): boolean {
    return this.#faults.delete(id)
  }

  /**
   * What is done to a call at that second of the world's clock; undefined when nothing is.
   *
   * @param asked The effect that the request itself asks for. It goes before all others.
   */
  plan(call: Call, now: number, asked?: Effect): Plan | undefined {
    const applied: Plan['applied'][number][] = []
    const refusedItems = new Map<number, RefusedItem>()
    let answer: Effect | undefined
    let delay = 0
    const take = (id: string, effect: Effect, wait: number): void => {
      applied.push({ id, effect })
      delay += wait
      if (decides(effect)) answer = effect
      if (effect.type !== 'items') return
      for (const refused of effect.items) if (!refusedItems.has(refused.item)) refusedItems.set(refused.item, refused)
    }
    if (asked !== undefined) take(faultHeader, asked, waitOf(asked.latency ?? 0, randomOf(1)))
    for (const fault of this.#faults.values()) {
      const { effect } = fault.rule
      if (!fault.sees(call, now) || (answer !== undefined && decides(effect))) continue
      take(fault.id, effect, fault.strike())
    }
    return applied.length === 0 ? undefined : { applied, delay: Math.min(delay, longestWait), refusedItems, answer }
  }

  #freeId(): string {
    let id: string
    do id = `fault-${++this.#named}`
    while (this.#faults.has(id))
    return id
  }
}
