import { hash } from '../../domain/ids.ts'

const volumes = ['10K+', '50K+', '100K+', '500K+', '1M+', '5M+'] as const

/** How often a keyword is searched for in a country, as a band: the same for the same words on every run. */
export function queryVolume(country: string, keyword: string): string {
  const figure = hash(`${country.toUpperCase()} ${keyword.toLowerCase()}`)
  return volumes[figure % volumes.length] ?? volumes[0]
}
