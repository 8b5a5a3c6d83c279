import { hash } from '#server/domain/ids.ts'

/** Ranges of search volume. The fourth and the last were recorded (F105); the others are assumed. */
const volumes = ['10K-50K', '50K-100K', '100K-500K', '500K-1M', '1M-5M', '5M+'] as const

/** Returns the range of a keyword's search volume in a country. It is made up, and the same in every run. */
export function queryVolume(country: string, keyword: string): string {
  const figure = hash(`${country.toUpperCase()} ${keyword.toLowerCase()}`)
  return volumes[figure % volumes.length] ?? volumes[0]
}

/**
 * Returns keywords in the order of the response, where `coffee,tea` came back as tea, coffee (F105). That this order is
 * from Z to A, and not the reverse of the request, is assumed.
 */
export const inOrderOfMetrics = (keywords: readonly string[]): readonly string[] => [...keywords].sort().reverse()
