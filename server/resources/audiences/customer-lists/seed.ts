import type { PulledEntity } from '#server/contracts/pull.ts'
import { accountSeed } from '#server/contracts/seed-section.ts'
import { CustomerListCreate } from './schema.ts'
import { createCustomerList } from './service.ts'

/** The seed section of customer lists, each of an ad account. */
export const customerListSeed = accountSeed('customer_lists', CustomerListCreate, createCustomerList, {
  lists: [{ operation: 'customer_lists/list', query: { order: 'ASCENDING' } }],
  fields: withRecords,
  isEmbedded: true,
})

const mostRecords = 1000

/** Returns the list with as many made-up records as it has, up to a thousand: the API returns none. */
function withRecords(list: PulledEntity): PulledEntity {
  const count = Math.min(Math.max(Number(list.num_uploaded_user_records) || 1, 1), mostRecords)
  return { ...list, records: Array.from({ length: count }, (_, index) => `user-${index + 1}@example.com`).join(',') }
}
