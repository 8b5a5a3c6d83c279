import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import type { OrganicPin } from '#server/domain/delivery/organic.ts'

interface StoredPin {
  readonly id: string
  readonly isVideo: 0 | 1
  readonly created: number
}

const selected = `id, creative_type = 'VIDEO' AS isVideo, CAST(strftime('%s', json ->> '$.created_at') AS INTEGER) AS created`

const statements = perDb((db) => ({
  one: db.prepare<[string], StoredPin>(`SELECT ${selected} FROM pins WHERE id = ?`),
  ofUser: db.prepare<[string], StoredPin>(`SELECT ${selected} FROM pins WHERE owner_id = ? ORDER BY seq`),
  accounts: db.prepare<[string], { readonly id: string; readonly created: number }>(
    `SELECT id, json ->> '$.created_time' AS created FROM ad_accounts WHERE owner_id = ? ORDER BY seq`,
  ),
}))

const pinOf = ({ isVideo, ...pin }: StoredPin): OrganicPin => ({ ...pin, isVideo: isVideo === 1 })

/** Returns a Pin as its figures follow from it. */
export function organicPin(db: Database, id: string): OrganicPin {
  const row = statements(db).one.get(id)
  if (row === undefined) throw new Error(`There is no Pin ${id}`)
  return pinOf(row)
}

/** Returns the Pins of a user in the order of their ids. */
export const organicPinsOf = (db: Database, userId: string): readonly OrganicPin[] =>
  statements(db).ofUser.all(userId).map(pinOf)

/** Returns the ad accounts of a user, with the second at which each was created. */
export const accountsOf = (db: Database, userId: string) => statements(db).accounts.all(userId)
