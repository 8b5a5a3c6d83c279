import { accountSeed } from '#server/contracts/seed-section.ts'
import { BillingProfileCreate } from './schema.ts'
import { createBillingProfile } from './service.ts'

/** The seed section of billing profiles, each of an ad account. */
export const billingProfileSeed = accountSeed('billing_profiles', BillingProfileCreate, createBillingProfile, {
  // false lists all of them.
  lists: [{ operation: 'billing_profiles/get', query: { is_active: 'false' } }],
})
