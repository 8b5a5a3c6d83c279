import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'

/** The roles of members of a business. */
export const memberRoles = ['EMPLOYEE', 'BIZ_ADMIN'] as const
/** One of `memberRoles`. */
export type MemberRole = (typeof memberRoles)[number]

/** A member of a business as it is stored. Times are Unix milliseconds. */
export interface MemberRow {
  readonly seq: number
  readonly id: string
  readonly business_id: string
  readonly user_id: string
  readonly business_role: MemberRole
  readonly is_system_user: 0 | 1
  /** The name of a system user; null for people. */
  readonly name: string | null
  readonly created_by_id: string
  readonly created_time: number
}

/** The table of members of businesses. */
export const memberTable = rootTable<MemberRow>('business_members')

const statements = perDb((db) => ({
  byUser: db.prepare<[string, string], MemberRow>(
    'SELECT * FROM business_members WHERE business_id = ? AND user_id = ?',
  ),
}))

/** Returns the membership of a user in a business. */
export const findMember = (db: Database, businessId: string, userId: string): MemberRow | undefined =>
  statements(db).byUser.get(businessId, userId)
