import type { Database } from '#db/database.ts'
import { grantsTo } from '../businesses/grants.ts'
import type { MemberRow } from '../businesses/members.ts'
import { assetsSummary, summaryOf } from '../businesses/summaries.ts'

/** Returns a member as JSON text, with the assets that the business assigned where these are requested. */
export function memberText(db: Database, row: MemberRow, withAssets: boolean): string {
  const { business_id, user_id, business_role, name, created_by_id, created_time } = row
  const user = summaryOf(db, user_id)
  return JSON.stringify({
    assets_summary: withAssets ? assetsSummary(grantsTo(db, business_id, user_id, 'MEMBER')) : null,
    business_roles: [business_role],
    created_by_business: summaryOf(db, business_id),
    created_by_user: summaryOf(db, created_by_id),
    created_time,
    id: user_id,
    is_shared_partner: false,
    user: name === null ? user : { ...user, email: null, username: name },
  })
}

/** Returns the employer of a member as JSON text. */
export function employerText(
  db: Database,
  { business_id, business_role, created_by_id, created_time }: MemberRow,
): string {
  const user = summaryOf(db, business_id)
  return JSON.stringify({
    assets_summary: null,
    business_roles: [business_role],
    created_by_business: user,
    created_by_user: summaryOf(db, created_by_id),
    created_time,
    id: business_id,
    is_shared_partner: false,
    user,
  })
}
