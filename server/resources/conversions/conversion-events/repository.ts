import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import type { ConversionChannel } from '#server/domain/delivery/conversion-types.ts'
import { hash } from '#server/domain/ids.ts'
import { productsOf, valueIn } from './products.ts'
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
}

type Stored = [
  ...[string, string, string, ConversionChannel, number, number, string | null, string, number, number],
  string | null,
]

const statements = perDb((db) => ({
  store: db.prepare<Stored>(
    `INSERT OR IGNORE INTO conversion_events
       (ad_account_id, name, event_key, channel, happened, received, click, person, value, quantity, products)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  between: db.prepare<[string, number, number], ConversionEventRow>(
    `SELECT seq, name, channel, happened, click, person, value, quantity, products FROM conversion_events
     WHERE ad_account_id = ? AND happened >= ? AND happened < ? ORDER BY happened, seq`,
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
  )
}

/** Returns the events of an account that happened from one second up to another, in that order. */
export const eventsBetween = (
  db: Database,
  accountId: string,
  from: number,
  to: number,
): readonly ConversionEventRow[] => statements(db).between.all(accountId, from, to)

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
