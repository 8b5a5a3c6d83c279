import { hash } from '#server/domain/ids.ts'

/** Bands of searches: the fourth and the last were recorded (F105), the others are assumed in their style. */
const volumes = ['10K-50K', '50K-100K', '100K-500K', '500K-1M', '1M-5M', '5M+'] as const

/** Returns how often a keyword is searched for in a country, as a band: the same for the same words on every run. */
export function queryVolume(country: string, keyword: string): string {
  const figure = hash(`${country.toUpperCase()} ${keyword.toLowerCase()}`)
  return volumes[figure % volumes.length] ?? volumes[0]
}

/**
 * Returns keywords in the order of their metrics: `coffee,tea` was answered as tea, coffee (F105). That this is from Z
 * to A, and not the reverse of the request, is assumed.
 */
export const inOrderOfMetrics = (keywords: readonly string[]): readonly string[] => [...keywords].sort().reverse()
