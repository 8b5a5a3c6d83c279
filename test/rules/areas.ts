import type { Test } from 'tap'
import type { RuleCase } from './case.ts'
import { checkCases } from './check-cases.ts'

/** Files of cases by the test that runs them, so few in each that none takes long. */
export const areas = {
  'ad-groups': ['ad-groups', 'ad-groups-budget', 'ad-groups-performance-plus'],
  'ad-group-bids': ['ad-groups-bids', 'ad-groups-targeting'],
  ads: ['ads', 'ads-parts', 'ad-previews', 'lead-forms', 'lead-ads', 'billing'],
  analytics: ['analytics'],
  audiences: ['audiences', 'conversion-events', 'msot-events', 'customer-lists', 'targeting-templates'],
  businesses: ['businesses', 'business-invites', 'shared-audiences'],
  campaigns: ['ad-accounts', 'campaigns', 'campaign-budgets', 'campaign-moments', 'performance-plus-campaigns'],
  labels: ['keywords', 'labels'],
  planning: ['schedules', 'segments-and-events', 'campaign-plans', 'dynamic-titles', 'insertion-orders'],
  catalogs: ['product-groups', 'feeds', 'item-batches', 'local-inventory', 'merchants', 'advanced-auction'],
  pins: [
    'pins',
    'user-websites',
    'user-follows',
    'search',
    'product-tags',
    'notifications',
    'organic-analytics',
    'product-group-promotions',
    'promotions',
  ],
  reports: ['reports', 'template-reports', 'mmm-reports', 'product-reports'],
} as const satisfies Record<string, readonly string[]>

/** Adds the tests for the cases of an area. */
export async function checkArea(t: Test, area: keyof typeof areas): Promise<void> {
  for (const file of areas[area]) checkCases(t, await casesIn(file))
}

/** Returns the cases of one file. */
export async function casesIn(file: string): Promise<readonly RuleCase[]> {
  const module: Record<string, unknown> = await import(new URL(`${file}.ts`, import.meta.url).href)
  return Object.values(module).filter(Array.isArray).flat()
}
