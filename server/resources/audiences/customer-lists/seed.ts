import { accountSeed } from '#server/contracts/seed-section.ts'
import { CustomerListCreate } from './schema.ts'
import { createCustomerList } from './service.ts'

/** The seed section of customer lists, each of an ad account. */
export const customerListSeed = accountSeed('customer_lists', CustomerListCreate, createCustomerList)
