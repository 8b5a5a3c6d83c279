import type { Database } from '#db/database.ts'
import { adAccountName, businessName } from '#server/resources/business-access/businesses/summaries.ts'
import type { ShareRow } from '../audiences/shares.ts'

/** Returns an account that an audience is shared with as JSON text. */
export const accountText = (db: Database, { recipient, recipient_type, shared_on_timestamp }: ShareRow): string =>
  JSON.stringify({
    account_id: recipient,
    account_name: recipient_type === 'AD_ACCOUNT' ? adAccountName(db, recipient) : businessName(db, recipient),
    account_type: recipient_type,
    shared_on_timestamp,
  })
