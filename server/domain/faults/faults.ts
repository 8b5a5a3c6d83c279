import { looksAtBody } from '../matching/call-match.ts'
import type { CallView } from '../matching/call-view.ts'
import { randomOf } from '../random.ts'
import { decides, type Effect, type RefusedItem } from './effect.ts'
import { Fault, type FaultRule } from './fault.ts'
import { longestWait, waitOf } from './latency.ts'
import type { Call } from './match.ts'

/** The effects that apply to one request. */
export interface Plan {
  /** The faults that are applied. */
  readonly applied: readonly { readonly id: string; readonly effect: Effect }[]
  /** Milliseconds by which the answer is delayed. */
  readonly delay: number
  /** The refused items by position. */
  readonly refusedItems: ReadonlyMap<number, RefusedItem>
  /** The effect that determines the answer; undefined without one. */
  readonly answer: Effect | undefined
}

/** The header by which a request asks for an effect, and the id that this fault has. */
export const faultHeader = 'x-mock-fault'

/**
 * The faults of a world, in the order of their addition. Each fault counts every call that it matches. Latencies add up
 * and refused items accumulate; of the effects that determine the answer the first applies alone.
 */
export class Faults {
  readonly #faults = new Map<string, Fault>()
  #named = 0

  /** Whether there are none, as for nearly every request. */
  get isEmpty(): boolean {
    return this.#faults.size === 0
  }

  /** How many of them match bodies. */
  get bodyCount(): number {
    return this.list().filter(({ rule }) => looksAtBody(rule.match)).length
  }

  /** Characters of all of them as JSON. */
  get characters(): number {
    return this.list().reduce((sum, { characters }) => sum + characters, 0)
  }

  /** Returns all of them. */
  list(): readonly Fault[] {
    return [...this.#faults.values()]
  }

  /** Returns the fault with an id. */
  find(id: string): Fault | undefined {
    return this.#faults.get(id)
  }

  /** Adds a fault at a second of the world's clock, under a free id when absent. */
  add(rule: FaultRule, now: number, id: string = this.#freeId()): Fault {
    const fault = new Fault(id, rule, now)
    this.#faults.set(id, fault)
    return fault
  }

  /** Removes a fault; returns false where there is none with that id. */
  remove(id: string): boolean {
    return this.#faults.delete(id)
  }

  /** Returns whether a fault may apply to a call whose body is not read yet. */
  mayApply(call: CallView, now: number): boolean {
    for (const fault of this.#faults.values()) if (fault.mayApply(call, now)) return true
    return false
  }

  /**
   * Returns the effects that apply to a call at a second of the world's clock; undefined without any.
   *
   * @param requested The effect that the request itself asks for, which comes first.
   */
  plan(call: Call, now: number, requested?: Effect): Plan | undefined {
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
    if (requested !== undefined) take(faultHeader, requested, waitOf(requested.latency ?? 0, randomOf(1)))
    for (const fault of this.#faults.values()) {
      const { effect } = fault.rule
      if (!fault.observe(call, now) || (answer !== undefined && decides(effect))) continue
      take(fault.id, effect, fault.fire())
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
