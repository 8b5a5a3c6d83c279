/** What there is of a thing that is not there. */
export const absent = 'absent'

/** A state of a thing, and between which places of the record it came about. */
interface State {
  readonly digest: string
  readonly startedAt: number
  /** Where the record stood when it was acknowledged. */
  readonly acknowledged: number
  /** Whether it is promised to be on the disk by then. */
  readonly isKept: boolean
}

/** The states that a world, a snapshot or a file went through, each after the one before. */
export class History {
  readonly name: string
  readonly #states: State[] = [{ digest: absent, startedAt: 0, acknowledged: 0, isKept: true }]

  constructor(name: string) {
    this.name = name
  }

  get last(): string {
    return this.#states.at(-1)?.digest ?? absent
  }

  add(state: State): void {
    this.#states.push(state)
  }

  /**
   * What is wrong with what is found of it after the power was lost; undefined when nothing is. It may be in the last
   * state that was promised to be on the disk, or in one that was begun with since; in no other, and between none.
   *
   * @param cut Where the record ends.
   * @param flushed Where its file was flushed last: what had been acknowledged by then is in it.
   */
  wrong(found: string, cut: number, flushed = 0): string | undefined {
    const first = this.#states.findLastIndex(
      ({ acknowledged, isKept }) => acknowledged <= flushed || (isKept && acknowledged <= cut),
    )
    const last = this.#states.findLastIndex(({ startedAt }) => startedAt < cut || startedAt === 0)
    const allowed = this.#states.slice(first, last + 1)
    if (allowed.some(({ digest }) => digest === found)) return undefined
    const place = this.#states.findLastIndex(({ digest }) => digest === found)
    const is = place === -1 ? `in none of its states (${found})` : `in its state ${place}, ${found}`
    return `${this.name} is ${is}, and may be in ${first} to ${last}, of which the first is ${allowed[0]?.digest}`
  }
}
