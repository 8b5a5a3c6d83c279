import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { pins } from '#server/resources/content/pins/resource.ts'
import { catalogs } from '../catalogs/resource.ts'
import { feedProcessingResults } from '../feed-processing-results/resource.ts'
import { feeds } from '../feeds/resource.ts'
import { items } from '../items/resource.ts'
import { productGroups } from '../product-groups/resource.ts'

/** The id range of batches of items: digits alone, as 5.28 documents them (F160). */
export const itemBatchIdRange = idRange('batch', 595_953_100_599_200_000n)

/** The error for an id of no batch of the business. */
export const itemBatchErrors = namedErrors({
  'item_batch.path': {
    status: 404,
    code: 4331,
    message: 'Sorry! We could not find your batch ID.',
    evidence: 'documented',
    source: 'F89: S523 items_batch/get',
  },
})

/** The batches of items, and the reading of items by their ids. */
export const itemBatches: Resource = {
  name: 'item_batches',
  parents: [users, adAccounts, pins, catalogs, items, feeds, feedProcessingResults, productGroups],
  tags: { catalog_items: 'Items of catalogs: created, changed and deleted in batches.' },
  ids: [itemBatchIdRange],
  errors: itemBatchErrors,
  states: ['PROCESSING', 'COMPLETED'],
  operations: { 'items/post': {}, 'items_batch/post': {}, 'items_batch/get': {} },
  routes: async () => (await import('./routes.ts')).itemRoutes,
  rules: async () => (await import('./rules.ts')).itemBatchRules,
  seed: async () => (await import('./seed.ts')).itemBatchSeed,
  edits: async () => (await import('./admin.ts')).itemBatchKind,
}
