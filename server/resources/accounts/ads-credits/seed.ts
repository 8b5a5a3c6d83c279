import { z } from 'zod'
import type { PulledEntity } from '#server/contracts/pull.ts'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { OfferCreate } from './schema.ts'
import { createOffer } from './service.ts'

/** The seed section of offers of ads credit: free, or redeemed by an ad account. */
export const adsCreditSeed = seedSection({
  name: 'ads_credits',
  creation: OfferCreate,
  shape: {
    redeemed_by: aliasOf('ad_accounts').optional(),
    offer_code: z.string(),
  },
  pull: { lists: [{ operation: 'ads_credits_discounts/get' }], fields: asOffer },
  create({ world, named, parsed }, { redeemed_by, ...item }) {
    const account = redeemed_by === undefined ? undefined : named('ad_accounts', redeemed_by).account
    const { id } = createOffer(world, parsed(OfferCreate, item), account?.id ?? null)
    return { id, ...(account && { account }) }
  },
})

/** Returns a discount as the offer that it was: the API does not return its code. */
function asOffer({ advertiser_id, title, discountInMicroCurrency, discountCurrency }: PulledEntity): PulledEntity {
  return {
    redeemed_by_id: advertiser_id,
    offer_code: 'PULLED',
    title,
    amount_in_micro_currency: discountInMicroCurrency,
    currency: discountCurrency,
  }
}
