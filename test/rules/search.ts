import type { RuleCase } from './case.ts'

/** Searches for public Pins. */
export const searchCases: readonly RuleCase[] = [
  {
    rule: 'search.country',
    refused: ({ call }) => call('GET', '/v5/search/partner/pins?term=walk&country_code=USA'),
    passes: ({ call }) => call('GET', '/v5/search/partner/pins?term=walk&country_code=us'),
  },
]
