import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import type { MsotEvent } from './schema.ts'

const storing = perDb((db) =>
  db.prepare<[string, string, string, string, number, number, string]>(
    `INSERT OR IGNORE INTO msot_events (ad_account_id, name, event_key, ad_group, happened, received, json)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ),
)

/** Stores an attributed event, unless one of its name, id and ad group is there already. */
export function storeMsotEvent(db: Database, accountId: string, event: MsotEvent, now: number): void {
  const { event_name, event_id, ad_group_id, event_timestamp } = event
  storing(db).run(accountId, event_name, event_id, ad_group_id, event_timestamp, now, JSON.stringify(event))
}
