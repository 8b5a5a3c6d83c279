import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import type { ConversionChannel } from '#server/domain/delivery/conversion-types.ts'
import { hash } from '#server/domain/ids.ts'
import { withoutDeleted } from './deletions.ts'
import { productsOf, valueIn } from './products.ts'
import { qualityPartsOf } from './quality-parts.ts'
import type { ConversionEvent } from './schema.ts'

/** An event as it is stored. */
export interface ConversionEventRow {
  readonly seq: number
  readonly name: string
  readonly channel: ConversionChannel
  /** Unix seconds. */
  readonly happened: number
  /** The id of the click that led to it; null where it is not known. */
  readonly click: string | null
  /** Who did it, as far as the event says. */
  readonly person: string
  /** Micro-currency. */
  readonly value: number
  readonly quantity: number
  /** The products that it was about, as JSON text of a list of `EventProduct`; null without any. */
  readonly products: string | null
  /** The hashed email addresses of the person, with spaces between them; null without any. */
  readonly emails: string | null
  /** Unix seconds of the world's clock when it came. */
  readonly received: number
}

type Stored = [
  ...[string, string, string, ConversionChannel, number, number, string | null, string, number, number],
  ...[string | null, string | null, string],
]

const statements = perDb((db) => ({
  store: db.prepare<Stored>(
    `INSERT OR IGNORE INTO conversion_events
       (ad_account_id, name, event_key, channel, happened, received, click, person, value, quantity, products, emails, parts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  between: db.prepare<[string, number, number], ConversionEventRow>(
    `SELECT seq, name, channel, happened, click, person, value, quantity, products, emails, received FROM conversion_events
     WHERE ad_account_id = ? AND happened >= ? AND happened < ? ORDER BY happened, seq`,
  ),
  sent: db.prepare<[string, number, number], SentEvent & Pick<ConversionEventRow, 'emails' | 'click' | 'received'>>(
    `SELECT name, channel, parts, emails, click, received FROM conversion_events
     WHERE ad_account_id = ? AND happened > ? AND happened <= ? AND parts IS NOT NULL ORDER BY happened, seq`,
  ),
}))

const channels: Readonly<Record<string, ConversionChannel>> = { web: 'web', offline: 'offline' }

/** Stores an event, unless one of its name and id is there already. */
export function storeEvent(db: Database, accountId: string, event: ConversionEvent, now: number): void {
  const { event_name, event_id, event_time, action_source, user_data, custom_data } = event
  const channel = channels[action_source] ?? 'inapp'
  statements(db).store.run(
    ...([accountId, event_name, event_id, channel, event_time, now, user_data.click_id ?? null] as const),
    ...([personOf(event), valueIn(custom_data?.value), quantityOf(event), productsText(event)] as const),
    ...([user_data.em?.join(' ') || null, qualityPartsOf(event).join(' ')] as const),
  )
}

/** Returns the events of an account that happened from one second up to another, in that order, without deleted ones. */
export const eventsBetween = (
  db: Database,
  accountId: string,
  from: number,
  { to, now }: { readonly to: number; readonly now: number },
): readonly ConversionEventRow[] => withoutDeleted(db, accountId, statements(db).between.all(accountId, from, to), now)

/** An event, as far as its quality is concerned. */
export interface SentEvent {
  readonly name: string
  readonly channel: ConversionChannel
  /** What it had of what quality is judged by, with spaces between the names. */
  readonly parts: string
}

/** Returns the events of an account that happened since a second of the world's clock, without deleted ones. */
export const sentEvents = (db: Database, accountId: string, since: number, now: number): readonly SentEvent[] =>
  withoutDeleted(db, accountId, statements(db).sent.all(accountId, since, now), now)

/** Returns a short text that is equal for events of one person. */
const personOf = ({ user_data }: ConversionEvent): string =>
  String(
    hash(
      JSON.stringify(
        user_data.em ?? user_data.hashed_maids ?? [user_data.client_ip_address, user_data.client_user_agent],
      ),
    ),
  )

function productsText(event: ConversionEvent): string | null {
  const products = productsOf(event)
  return products.length === 0 ? null : JSON.stringify(products)
}

function quantityOf({ custom_data }: ConversionEvent): number {
  const quantities = custom_data?.contents?.map(({ quantity }) => quantity ?? 1) ?? []
  const quantity = custom_data?.num_items ?? quantities.reduce((sum, one) => sum + one, 0)
  return quantity > 0 ? quantity : 1
}
