import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { type BillingProfileRow, billingProfileTable } from './repository.ts'
import { billingProfileIdRange } from './resource.ts'
import type { BillingProfile, BillingProfileCreate } from './schema.ts'

/** Creates a billing profile, for seeds and direct edits: the API only reads them. */
export function createBillingProfile(
  { db }: World,
  { id: ad_account_id }: { readonly id: string },
  item: BillingProfileCreate,
): BillingProfileRow {
  const seq = billingProfileTable.nextSequence(db)
  const profile: BillingProfile = {
    id: idOf(billingProfileIdRange, seq),
    advertiser_id: ad_account_id,
    billing_type: item.billing_type ?? 'CREDIT_CARD',
    card_type: item.card_type ?? 'VISA',
    payment_method_brand: item.payment_method_brand ?? 'VISA',
    status: item.status ?? 'VALID',
  }
  return billingProfileTable.insert<BillingProfileRow>(db, { seq, ad_account_id, ...rowOf(profile) })
}

/** Returns the columns of a profile. */
export const rowOf = (profile: BillingProfile): Pick<BillingProfileRow, 'id' | 'is_active' | 'json'> => ({
  id: profile.id,
  is_active: profile.status === 'VALID' || profile.status === 'SECONDARY' ? 1 : 0,
  json: JSON.stringify(profile),
})
