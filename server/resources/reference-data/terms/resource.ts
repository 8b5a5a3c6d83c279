import type { Resource } from '#server/contracts/resource.ts'
import { trendingKeywords } from '../trending-keywords/resource.ts'

/** The resource of related and suggested search terms. */
export const terms: Resource = {
  name: 'terms',
  parents: [trendingKeywords],
  tags: { terms: 'Terms: suggested and related searches.' },
  operations: {
    'terms_related/list': {},
    'terms_suggested/list': {},
  },
  routes: async () => (await import('./routes.ts')).termRoutes,
}
