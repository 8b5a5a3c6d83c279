import { boot } from '../fixtures/items.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

/** Sends a batch as a business in a state. */
const batchIn =
  (merchant_status: string) =>
  async ({ call }: Mock): Promise<Answer> => {
    const { id } = (await call('GET', '/v5/user_account')).body
    await call('PATCH', `/__mock/entities/users/${id}`, { merchant_status })
    return call('POST', '/v5/catalogs/items/batch', {
      catalog_type: 'RETAIL',
      country: 'US',
      language: 'en-US',
      items: [{ operation: 'UPSERT', item_id: 'A', attributes: boot }],
    })
  }

/** Cases of the rules about batches of items. */
export const itemBatchCases: readonly RuleCase[] = [
  { rule: 'item_batch.disapproved', refused: batchIn('DISAPPROVED'), passes: batchIn('APPROVED') },
  { rule: 'item_batch.under-review', refused: batchIn('UNDER_REVIEW'), passes: batchIn('APPROVED') },
]
