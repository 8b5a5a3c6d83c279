import { normal, type Random } from '../random.ts'

/** The longest delay of a fault, in milliseconds. */
export const longestWait = 600_000

/** The delay of an answer in milliseconds: fixed, or drawn from a distribution for each call. */
export type Latency =
  | number
  | { readonly distribution: 'uniform'; readonly lower: number; readonly upper: number }
  | { readonly distribution: 'normal'; readonly mean: number; readonly deviation: number }
  | { readonly distribution: 'lognormal'; readonly median: number; readonly sigma: number }

/** Draws one delay in whole milliseconds, limited to ten minutes. */
export const waitOf = (latency: Latency, chance: Random): number =>
  Math.round(Math.min(longestWait, Math.max(0, drawn(latency, chance))))

function drawn(latency: Latency, chance: Random): number {
  if (typeof latency === 'number') return latency
  switch (latency.distribution) {
    case 'uniform':
      return latency.lower + chance() * (latency.upper - latency.lower)
    case 'normal':
      return latency.mean + normal(chance) * latency.deviation
    case 'lognormal':
      return latency.median * Math.exp(normal(chance) * latency.sigma)
  }
}
