import { creatable } from '#server/contracts/editable-entity.ts'
import { fieldEdits } from '#server/contracts/field-edits.ts'
import { Id } from '#server/http/schema/fields.ts'
import { requireAdAccount } from '../ad-accounts/service.ts'
import { adsCreditTable } from './repository.ts'
import { OfferCreate, offerChanges } from './schema.ts'
import { createOffer } from './service.ts'

/** Direct edits of offers of ads credit, which the API only redeems: creation, and the discount. */
export const adsCreditKind = fieldEdits('ads_credits', adsCreditTable, {
  fields: offerChanges,
  creation: creatable({ redeemed_by: Id.optional(), ...OfferCreate.shape }, (world, { redeemed_by, ...item }) => {
    const accountId = redeemed_by === undefined ? null : requireAdAccount(world, redeemed_by).id
    return createOffer(world, item, accountId).json
  }),
})
