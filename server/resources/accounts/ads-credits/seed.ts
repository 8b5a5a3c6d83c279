import { z } from 'zod'
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
  create({ world, named, parsed }, { redeemed_by, ...item }) {
    const account = redeemed_by === undefined ? undefined : named('ad_accounts', redeemed_by).account
    const { id } = createOffer(world, parsed(OfferCreate, item), account?.id ?? null)
    return { id, ...(account && { account }) }
  },
})
