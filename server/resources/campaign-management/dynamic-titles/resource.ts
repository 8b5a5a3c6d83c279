import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { adGroups } from '../ad-groups/resource.ts'
import { productGroupPromotions } from '../product-group-promotions/resource.ts'

/** The id range of reviews of titles. The API names them by their ad groups: no answer has their ids. */
export const titleReviewIdRange = idRange('title_review', 7_160_000_000_000n)

/** The resource of titles that are generated for the products of an ad group, and reviewed in a file. */
export const dynamicTitles: Resource = {
  name: 'dynamic_titles',
  parents: [adAccounts, adGroups, productGroupPromotions],
  ids: [titleReviewIdRange],
  operations: {
    'ad_groups_dynamic_titles/get_status': {},
    'ad_groups_dynamic_titles/download_csv': {},
    'ad_groups_dynamic_titles/get_upload_url': {},
    'ad_groups_dynamic_titles/process_csv': {},
  },
  states: ['GENERATING', 'READY'],
  routes: async () => (await import('./routes.ts')).dynamicTitleRoutes,
  rules: async () => (await import('./rules.ts')).dynamicTitleRules,
  seed: async () => (await import('./seed.ts')).titleReviewSeed,
}
