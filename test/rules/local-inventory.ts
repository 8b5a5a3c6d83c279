import { defaultUser } from '#server/domain/access/user.ts'
import { batched, harbour, inStock, operating, stockedCatalog } from '../fixtures/local-inventory.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

/** Sends a batch as a business in a state. */
const batchIn =
  (merchant_status: string) =>
  async (mock: Mock): Promise<Answer> => {
    const { path } = await stockedCatalog(mock)
    await mock.call('PATCH', `/__mock/entities/users/${defaultUser.id}`, { merchant_status })
    return batched(mock, path, operating('CREATE', 'A', inStock))
  }

/** Makes a call about the stores of a catalog with one. */
const onStores =
  (method: string, bodyOf: (store: string) => unknown) =>
  async (mock: Mock): Promise<Answer> => {
    const { path, store } = await stockedCatalog(mock)
    return mock.call(method, `${path}/local_stores`, bodyOf(store))
  }

const second = { ...harbour, store_code: 'QUAY' }

/** Cases of the rules about local stores and what they have. */
export const localInventoryCases: readonly RuleCase[] = [
  { rule: 'supplemental_item_batch.disapproved', refused: batchIn('DISAPPROVED'), passes: batchIn('APPROVED') },
  { rule: 'supplemental_item_batch.under-review', refused: batchIn('UNDER_REVIEW'), passes: batchIn('APPROVED') },
  {
    rule: 'local_store.code.unique',
    refused: onStores('POST', () => [harbour]),
    passes: onStores('POST', () => [second]),
  },
  {
    rule: 'local_store.exists',
    refused: onStores('PATCH', () => [{ id: '1', name: 'Quay' }]),
    passes: onStores('PATCH', (id) => [{ id, name: 'Quay' }]),
  },
]
