import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import type { OrganicPin } from '#server/domain/delivery/organic.ts'
import { secondsOfDateTime } from '#server/domain/time/clock.ts'
import type { FoundPin } from '#server/resources/content/pins/repository.ts'
import type { StoredPin } from '#server/resources/content/pins/schema.ts'

interface UserPin {
  readonly id: string
  readonly isVideo: 0 | 1
  readonly created: number
}

const statements = perDb((db) => ({
  ofUser: db.prepare<[string], UserPin>(
    `SELECT id, creative_type = 'VIDEO' AS isVideo, CAST(strftime('%s', json ->> '$.created_at') AS INTEGER) AS created
      FROM pins WHERE owner_id = ? ORDER BY seq`,
  ),
  accounts: db.prepare<[string], { readonly id: string; readonly created: number }>(
    `SELECT id, json ->> '$.created_time' AS created FROM ad_accounts WHERE owner_id = ? ORDER BY seq`,
  ),
}))

/** Returns a Pin as its figures follow from it. */
export function organicPin({ id, creative_type, json }: FoundPin): OrganicPin {
  const { created_at }: StoredPin = JSON.parse(json)
  return { id, isVideo: creative_type === 'VIDEO', created: secondsOfDateTime(created_at) }
}

/** Returns the Pins of a user in the order of their ids, without product Pins. */
export const organicPinsOf = (db: Database, userId: string): readonly OrganicPin[] =>
  statements(db)
    .ofUser.all(userId)
    .map(({ isVideo, ...pin }) => ({ ...pin, isVideo: isVideo === 1 }))

/** Returns the ad accounts of a user, with the second at which each was created. */
export const accountsOf = (db: Database, userId: string) => statements(db).accounts.all(userId)
