import { creatable } from '#server/contracts/editable-entity.ts'
import { fieldEdits } from '#server/contracts/field-edits.ts'
import { Id } from '#server/http/schema/fields.ts'
import { requireAdAccount } from '../ad-accounts/service.ts'
import { billingInvoiceTable } from './repository.ts'
import { BillingInvoiceCreate } from './schema.ts'
import { createBillingInvoice } from './service.ts'

/** Direct edits of invoices, which the API only reads: creation, change and deletion. */
export const billingInvoiceKind = fieldEdits('billing_invoices', billingInvoiceTable, {
  fields: BillingInvoiceCreate.shape,
  creation: creatable({ ad_account_id: Id, ...BillingInvoiceCreate.shape }, (world, { ad_account_id, ...item }) => {
    return createBillingInvoice(world, requireAdAccount(world, ad_account_id), item).json
  }),
  remove: ({ db }, { id }) => billingInvoiceTable.remove(db, id),
})
