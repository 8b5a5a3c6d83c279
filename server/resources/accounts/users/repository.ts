import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'
import type { MerchantStatus, UserProfile } from '#server/domain/access/user.ts'

/** A user as it is stored. */
export interface UserRow {
  readonly seq: number
  readonly id: string
  readonly username: string
  /** JSON of the profile's fields that were set. */
  readonly json: string
  readonly merchant_status: MerchantStatus
  readonly needs_website: 0 | 1
}

/** The table of users. */
export const userTable = rootTable<UserRow>('users')

const statements = perDb((db) => ({
  byName: db.prepare<[string], UserRow>('SELECT * FROM users WHERE username = ?'),
  all: db.prepare<[], UserRow>('SELECT * FROM users ORDER BY seq'),
  update: db.prepare<[string, string]>('UPDATE users SET json = ? WHERE id = ?'),
}))

/** Returns the user with this name, ignoring case. */
export const findUserByName = (db: Database, name: string): UserRow | undefined => statements(db).byName.get(name)

/** Returns all users, in the order of creation. */
export const listUsers = (db: Database): readonly UserRow[] => statements(db).all.all()

/** Stores fields of a user's profile. */
export const storeProfile = (db: Database, id: string, profile: Partial<UserProfile>): void =>
  void statements(db).update.run(JSON.stringify(profile), id)
