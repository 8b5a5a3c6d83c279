import { accountSeed } from '#server/contracts/seed-section.ts'
import { CustomerListCreate } from './schema.ts'
import { createCustomerList } from './service.ts'

/** Customer lists of a seed, each of an ad account. */
export const customerListSeed = accountSeed('customer_lists', CustomerListCreate, createCustomerList)
