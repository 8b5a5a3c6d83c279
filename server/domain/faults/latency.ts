import { normal, type Random } from '../random.ts'

/** The longest that a fault waits for anything, in milliseconds. */
export const longestWait = 600_000

/** How long an answer is kept back, in milliseconds: always as long, or drawn anew for each. */
export type Latency =
  | number
  | { readonly distribution: 'uniform'; readonly lower: number; readonly upper: number }
  | { readonly distribution: 'normal'; readonly mean: number; readonly deviation: number }
  | { readonly distribution: 'lognormal'; readonly median: number; readonly sigma: number }

/** One wait in whole milliseconds: 0 to ten minutes, whatever was drawn. */
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
