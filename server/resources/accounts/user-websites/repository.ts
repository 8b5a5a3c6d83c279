import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'
import type { WebsiteStatus } from './schema.ts'

/** A claimed website as it is stored. */
export interface UserWebsiteRow {
  readonly seq: number
  readonly id: string
  /** The id of the user who claims it. */
  readonly owner_id: string
  readonly website: string
  /** Unix seconds at which the verification began. */
  readonly started: number
  /** The status that a direct edit has fixed. */
  readonly held: WebsiteStatus | null
}

/** The table of claimed websites. */
export const userWebsiteTable = rootTable<UserWebsiteRow>('user_websites')

const statements = perDb((db) => ({
  byName: db.prepare<[string, string], UserWebsiteRow>(
    'SELECT * FROM user_websites WHERE owner_id = ? AND website = ?',
  ),
  claims: db.prepare<[string], UserWebsiteRow>('SELECT * FROM user_websites WHERE website = ? ORDER BY seq'),
}))

/** Returns the user's website of this name, ignoring case. */
export const findUserWebsite = (db: Database, ownerId: string, website: string): UserWebsiteRow | undefined =>
  statements(db).byName.get(ownerId, website)

/** Returns every user's claim of a website, in the order in which they were made. */
export const claimsOf = (db: Database, website: string): readonly UserWebsiteRow[] => statements(db).claims.all(website)

/** Returns the claim that test control names: by its id, or the first one of a website. */
export const claimNamed = (db: Database, name: string): UserWebsiteRow | undefined =>
  userWebsiteTable.find(db, name) ?? claimsOf(db, name)[0]

/** Returns one page of a user's websites in the order of their claims. */
export const listUserWebsites = (db: Database, ownerId: string, page: PageRange): readonly UserWebsiteRow[] =>
  userWebsiteTable.page(db, { columns: ['owner_id'], ranges: [[ownerId]], ...page })
