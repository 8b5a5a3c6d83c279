import { creatable, editableEntity } from '#server/contracts/editable-entity.ts'
import { Id } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { requireAdAccount } from '../ad-accounts/service.ts'
import { type BillingProfileRow, billingProfileTable } from './repository.ts'
import { BillingProfileCreate } from './schema.ts'
import { createBillingProfile, rowOf } from './service.ts'

/** Direct edits of billing profiles, which the API only reads: creation, change and deletion. */
export const billingProfileKind = editableEntity({
  name: 'billing_profiles',
  change: BillingProfileCreate.shape,
  edit: (world: World, row: BillingProfileRow, change) =>
    billingProfileTable.update(world.db, { ...row, ...rowOf({ ...JSON.parse(row.json), ...change }) }).json,
  creation: creatable({ ad_account_id: Id, ...BillingProfileCreate.shape }, (world, { ad_account_id, ...item }) => {
    return createBillingProfile(world, requireAdAccount(world, ad_account_id), item).json
  }),
  remove: ({ db }: World, { id }: BillingProfileRow) => billingProfileTable.remove(db, id),
})
