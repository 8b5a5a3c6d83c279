import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'
import { daySeconds } from '#server/domain/delivery/calendar.ts'
import { disjoint, type FixedFigures, settableQuantity } from '#server/domain/delivery/fixed-figures.ts'
import type { Quantity } from '#server/domain/delivery/quantities.ts'
import { idOf } from '#server/domain/ids.ts'
import { isoOf, secondsOfDay } from '#server/domain/time/clock.ts'
import { deliveryIdRange } from './resource.ts'
import type { DeliveryFigures } from './schema.ts'

/** Figures of an ad as they are stored; `columns` is the amounts by column, as JSON text. */
export interface DeliveryRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly ad_id: string
  /** Unix seconds. */
  readonly begin: number
  readonly seconds: 3600 | 86_400
  readonly columns: string
}

const deliveryTable = accountTable<DeliveryRow>('delivery')

const statements = perDb((db) => ({
  account: db.prepare<[string], string>('SELECT ad_account_id FROM ads WHERE id = ?').pluck(),
  all: db.prepare<[], DeliveryRow>('SELECT * FROM delivery ORDER BY ad_id, begin, seconds'),
  clear: db.prepare('DELETE FROM delivery'),
  remove: db.prepare<[string, number, number]>('DELETE FROM delivery WHERE ad_id = ? AND begin = ? AND seconds = ?'),
  ofCampaign: db.prepare<[string], DeliveryRow>(
    'SELECT d.* FROM ads AS a JOIN delivery AS d ON d.ad_id = a.id WHERE a.campaign_id = ? ORDER BY d.begin',
  ),
  any: db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM delivery)').pluck(),
}))

/** Returns the ad account of an ad; undefined when there is no such ad. */
export const accountOfAd = (db: Database, adId: string): string | undefined => statements(db).account.get(adId)

/** Stores figures, in place of earlier ones of the same ad and time, and returns their id. */
export function storeFigures(db: Database, accountId: string, { ad_id, date, hour, columns }: DeliveryFigures): string {
  const begin = secondsOfDay(date) + (hour ?? 0) * 3600
  const seconds = hour === undefined ? daySeconds : 3600
  statements(db).remove.run(ad_id, begin, seconds)
  const seq = deliveryTable.nextSequence(db)
  const id = idOf(deliveryIdRange, seq)
  deliveryTable.insert(db, {
    seq,
    id,
    ad_account_id: accountId,
    ad_id,
    begin,
    seconds: seconds as 3600,
    columns: JSON.stringify(columns),
  })
  return id
}

/** Deletes all figures. */
export const clearFigures = (db: Database): void => void statements(db).clear.run()

/** Returns all figures by ad and time. */
export const listFigures = (db: Database): readonly DeliveryFigures[] =>
  statements(db)
    .all.all()
    .map(({ ad_id, begin, seconds, columns }) => ({
      ad_id,
      date: isoOf(begin * 1000).slice(0, 10),
      ...(seconds === 3600 && { hour: (begin % daySeconds) / 3600 }),
      columns: JSON.parse(columns),
    }))

/** Returns the figures of a campaign's ads, in spans that do not overlap. */
export function fixedFigures(db: Database, campaignId: string, adIds: readonly string[]): readonly FixedFigures[] {
  const { any, ofCampaign } = statements(db)
  if (any.get() === 0) return []
  const rows = ofCampaign.all(campaignId)
  return disjoint(
    rows.map(({ ad_id, begin, seconds, columns }) => ({
      ad: adIds.indexOf(ad_id),
      from: begin,
      to: begin + seconds,
      amounts: amountsOf(JSON.parse(columns)),
    })),
  )
}

const amountsOf = (columns: Readonly<Record<string, number>>): ReadonlyMap<Quantity, number> =>
  new Map(Object.entries(columns).map(([name, amount]) => [settableQuantity(name) as Quantity, amount]))
