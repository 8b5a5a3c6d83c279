import type { RuleCase } from './case.ts'
import { showCases } from './shown.ts'

/** Files of cases by the test that shows them: so many in each that none takes long. */
export const areas = {
  'ad-groups': ['ad-groups', 'ad-groups-budget', 'ad-groups-moments', 'ad-groups-performance-plus'],
  'ad-group-bids': ['ad-groups-bids', 'ad-groups-targeting'],
  ads: ['ads', 'ads-parts', 'ad-previews', 'lead-forms'],
  audiences: ['audiences', 'conversion-events', 'customer-lists', 'targeting-templates'],
  campaigns: ['ad-accounts', 'campaigns', 'campaign-budgets', 'campaign-moments', 'performance-plus-campaigns'],
  labels: ['keywords', 'labels'],
  pins: ['pins', 'product-group-promotions', 'promotions'],
} as const satisfies Record<string, readonly string[]>

/** Shows the cases of an area. */
export async function showArea(area: keyof typeof areas): Promise<void> {
  for (const file of areas[area]) showCases(await casesIn(file))
}

/** The cases of one file. */
export async function casesIn(file: string): Promise<readonly RuleCase[]> {
  const module: Record<string, unknown> = await import(new URL(`${file}.ts`, import.meta.url).href)
  return Object.values(module).filter(Array.isArray).flat()
}
