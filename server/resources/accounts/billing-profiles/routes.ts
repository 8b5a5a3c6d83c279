import { routesFor } from '#server/collections/routes-for.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '../ad-accounts/owner.ts'
import { billingProfileTable, listBillingProfiles } from './repository.ts'
import { BillingProfilePage, BillingProfileQuery } from './schema.ts'

const profiles = routesFor({ owner: adAccountOwner, table: billingProfileTable })

/** Adds the operation on billing profiles. */
export function billingProfileRoutes(app: Operations): void {
  app.operation('billing_profiles/get', {
    summary: 'List billing profiles',
    description: "Returns a page of the ad account's billing profiles, the active ones or all.",
    ...profiles.narrowedList(BillingProfileQuery, BillingProfilePage, {
      filters: ({ is_active }) => ({ is_active: is_active === true }),
      rows: listBillingProfiles,
    }),
  })
}
