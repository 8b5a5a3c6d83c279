/** What the target has and the seed does not. */
export interface LeftOutPart {
  /** A section, or a field of one: `ad_groups.bid_multiplier`. */
  readonly what: string
  readonly reason: string
  readonly count: number
}

/** The most kinds that are counted each by itself. */
const mostKinds = 1000

/** Counts what is left out of a seed, by what it is and why. */
export class LeftOut {
  readonly #counts = new Map<string, number>()
  #since = new Map<string, number>()

  /** Counts one. */
  add(what: string, reason: string): void {
    for (const counts of [this.#counts, this.#since]) count(counts, `${what}\n${reason}`, 1)
  }

  /** Returns what was counted since the last call. */
  take(): readonly (readonly [string, string, number])[] {
    const since = this.#since
    this.#since = new Map()
    return [...since].map(([key, times]) => [...split(key), times] as const)
  }

  /** Counts what an interrupted run had counted. */
  restore(parts: readonly (readonly [string, string, number])[]): void {
    for (const [what, reason, times] of parts) count(this.#counts, `${what}\n${reason}`, times)
  }

  /** Returns everything that was counted. */
  all(): readonly LeftOutPart[] {
    return [...this.#counts].map(([key, times]) => {
      const [what, reason] = split(key)
      return { what, reason, count: times }
    })
  }
}

function count(counts: Map<string, number>, key: string, times: number): void {
  if (counts.has(key) || counts.size < mostKinds) counts.set(key, (counts.get(key) ?? 0) + times)
}

const split = (key: string): readonly [string, string] => {
  const at = key.indexOf('\n')
  return [key.slice(0, at), key.slice(at + 1)]
}
