import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { pins } from '#server/resources/content/pins/resource.ts'
import { catalogs } from '../catalogs/resource.ts'
import { feedProcessingResults } from '../feed-processing-results/resource.ts'
import { feeds } from '../feeds/resource.ts'
import { itemBatches } from '../item-batches/resource.ts'
import { items } from '../items/resource.ts'
import { localInventoryItems } from '../local-inventory-items/resource.ts'
import { localStores } from '../local-stores/resource.ts'

/** The id range of batches of local inventory: digits, as the path demands them (F124). */
export const supplementalItemBatchIdRange = idRange('supplemental_item_batch', 595_953_200_599_200_000n)

/** The error for an id of no batch of the catalog. */
export const supplementalItemBatchErrors = namedErrors({
  'supplemental_item_batch.path': {
    status: 404,
    code: 4331,
    message: 'Sorry! We could not find your batch ID.',
    evidence: 'assumed',
    source: 'F89 (S523 items_batch/get); for batches of local inventory a decision of this project',
    passes: 'The batch_id that a batch of this catalog was answered with.',
  },
})

/** The batches of what supplements items: their local inventory. */
export const supplementalItemBatches: Resource = {
  name: 'supplemental_item_batches',
  parents: [
    ...[users, adAccounts, pins, catalogs, items],
    ...[feeds, feedProcessingResults, itemBatches, localStores, localInventoryItems],
  ],
  ids: [supplementalItemBatchIdRange],
  errors: supplementalItemBatchErrors,
  states: ['PROCESSING', 'COMPLETED'],
  operations: { 'catalogs_local_inventory_items_batch/operate': {}, 'catalogs_supplemental_items_batch/get': {} },
  routes: async () => (await import('./routes.ts')).supplementalItemBatchRoutes,
  rules: async () => (await import('./rules.ts')).supplementalItemBatchRules,
  seed: async () => (await import('./seed.ts')).supplementalItemBatchSeed,
  edits: async () => (await import('./admin.ts')).supplementalItemBatchKind,
}
