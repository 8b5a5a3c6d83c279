import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'
import type { DefinedEventItem } from './schema.ts'

/** An advertiser defined event as it is stored. */
export interface DefinedEventRow extends DefinedEventItem {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
}

/** The table of advertiser defined events. */
export const definedEventTable = accountTable<DefinedEventRow>('advertiser_defined_events')

const statements = perDb((db) => ({
  named: db.prepare<[string, string], DefinedEventRow>(
    'SELECT * FROM advertiser_defined_events WHERE ad_account_id = ? AND name = ?',
  ),
  all: db.prepare<[string], DefinedEventItem>(
    'SELECT name, mapped_conversion_type FROM advertiser_defined_events WHERE ad_account_id = ? ORDER BY seq',
  ),
}))

/** Returns the ad account's event of that name. */
export const findDefinedEvent = (db: Database, accountId: string, name: string): DefinedEventRow | undefined =>
  statements(db).named.get(accountId, name)

/** Returns all events of the ad account, the oldest first. */
export const definedEvents = (db: Database, accountId: string): readonly DefinedEventItem[] =>
  statements(db).all.all(accountId)
