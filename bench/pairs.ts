/** One figure of ours and one of the peer's, measured right after each other. */
export interface Pair {
  readonly ours: number
  readonly peer: number
}

/** What many pairs come to. */
export interface Summary {
  readonly ours: number
  readonly peer: number
  /** The median of the pairs' ratios, ours to the peer's. */
  readonly ratio: number
  /** The middle half of the ratios. */
  readonly spread: readonly [number, number]
}

/**
 * Measures in turns, so that whatever else the machine does falls on both. The order changes with each round, because
 * the second of two slices inherits what the first left behind.
 */
export async function inPairs(
  rounds: number,
  ours: () => Promise<number>,
  peer: () => Promise<number>,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) pairs.push({ ours: await ours(), peer: await peer() })
    else {
      const first = await peer()
      pairs.push({ ours: await ours(), peer: first })
    }
  }
  return pairs
}

/** The medians of the pairs, and how far their middle half reaches. */
export function summaryOf(pairs: readonly Pair[]): Summary {
  const ratios = pairs.map(({ ours, peer }) => ours / peer)
  return {
    ours: quantile(
      pairs.map(({ ours }) => ours),
      0.5,
    ),
    peer: quantile(
      pairs.map(({ peer }) => peer),
      0.5,
    ),
    ratio: quantile(ratios, 0.5),
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position % 1)
}
