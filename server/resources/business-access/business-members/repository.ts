import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { type MemberRole, type MemberRow, memberTable } from '../businesses/members.ts'

/** The filters of a list of members. */
export interface MemberFilter {
  readonly business_id: string
  readonly fetch_system_users: boolean
  readonly business_roles?: readonly MemberRole[] | undefined
  readonly member_ids?: readonly string[] | undefined
}

/** Returns one page of a business's members, in the order in which they joined. */
export function listMembers(
  db: Database,
  { business_id, fetch_system_users, business_roles, member_ids }: MemberFilter,
  page: PageRange,
): readonly MemberRow[] {
  const also: (readonly [string, readonly string[]])[] = []
  if (business_roles !== undefined) also.push(['business_role', business_roles])
  if (member_ids !== undefined) also.push(['user_id', member_ids])
  const columns = ['business_id', 'is_system_user']
  return memberTable.page(db, { columns, ranges: [[business_id, fetch_system_users ? '1' : '0']], also, ...page })
}

/** Returns one page of the memberships of a user. */
export const listEmployers = (db: Database, user_id: string, page: PageRange): readonly MemberRow[] =>
  memberTable.page(db, { columns: ['user_id'], ranges: [[user_id]], ...page })
