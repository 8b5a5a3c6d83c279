import type { Database } from '#db/database.ts'
import { grantsTo } from '../businesses/grants.ts'
import type { PartnerRow, PartnerType } from '../businesses/partners.ts'
import { assetsSummary, summaryOf } from '../businesses/summaries.ts'

/** Returns a partner as JSON text, with the assets that are shared where these are requested. */
export function partnerText(db: Database, row: PartnerRow, type: PartnerType, withAssets: boolean): string {
  const { business_id, partner_id, created_by_id, created_by_business_id, created_time } = row
  const id = type === 'INTERNAL' ? partner_id : business_id
  return JSON.stringify({
    assets_summary: withAssets ? assetsSummary(grantsTo(db, business_id, partner_id, 'PARTNER')) : null,
    business_roles: ['PARTNER'],
    created_by_business: summaryOf(db, created_by_business_id),
    created_by_user: summaryOf(db, created_by_id),
    created_time,
    id,
    is_shared_partner: type === 'EXTERNAL',
    user: summaryOf(db, id),
  })
}
