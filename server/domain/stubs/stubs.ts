import type { CallView } from '../matching/call-view.ts'
import { Scenarios } from './scenarios.ts'
import type { Stub } from './stub.ts'

/** The stubs of a world. They are made by test control, whose code is loaded on its first call. */
export class Stubs {
  /** The states of its scenarios. */
  readonly scenarios = new Scenarios()
  /** By priority, and the latest first. */
  readonly #stubs: Stub[] = []
  #named = 0
  #ids = 0

  /** Whether there are none, as for nearly every request. */
  get isEmpty(): boolean {
    return this.#stubs.length === 0
  }

  /** Characters of all of them as JSON. */
  get characters(): number {
    return this.#stubs.reduce((sum, { characters }) => sum + characters, 0)
  }

  /** Returns all of them in the order in which they are tried. */
  list(): readonly Stub[] {
    return this.#stubs
  }

  /** Returns the stub with an id. */
  find(id: string): Stub | undefined {
    return this.#stubs.find((stub) => stub.id === id)
  }

  /** Adds a stub in place of one with the same id. */
  add(stub: Stub): void {
    this.remove(stub.id)
    const { priority } = stub.rule
    const index = this.#stubs.findIndex(({ rule }) => rule.priority >= priority)
    this.#stubs.splice(index === -1 ? this.#stubs.length : index, 0, stub)
  }

  /** Removes a stub; returns false where there is none with that id. */
  remove(id: string): boolean {
    const index = this.#stubs.findIndex((stub) => stub.id === id)
    if (index !== -1) this.#stubs.splice(index, 1)
    return index !== -1
  }

  /** Removes all stubs and the states of their scenarios. */
  clear(): void {
    this.#stubs.length = 0
    this.scenarios.reset()
  }

  /** Returns whether a stub may answer a call whose body is not read yet. */
  mayMatch(call: CallView, now: number): boolean {
    return this.#stubs.some((stub) => stub.mayMatch(call, now, this.scenarios))
  }

  /** Returns the stub that answers a call; undefined without one. */
  match(call: CallView, now: number): Stub | undefined {
    return this.#stubs.find((stub) => stub.matches(call, now, this.scenarios))
  }

  /** Returns an id for a stub that is added without one. */
  freeId(): string {
    let id: string
    do id = `stub-${++this.#named}`
    while (this.find(id) !== undefined)
    return id
  }

  /** Returns an id that no other response of these stubs has. */
  nextId(): string {
    return String(firstId + BigInt(++this.#ids))
  }
}

/** The ids that responses make up begin here, far from those of all entities. */
const firstId = 990_000_000_000_000n
