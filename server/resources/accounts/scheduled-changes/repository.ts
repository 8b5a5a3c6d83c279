import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import type { ScheduledChange, ScheduledChanges } from '#server/domain/ads/scheduled-change.ts'

/** A change of an entity, and when it is in effect. */
export interface ChangeSpan {
  readonly entity_id: string
  /** Unix seconds; the end is not included. */
  readonly begin: number
  readonly until: number
  readonly change: ScheduledChange
}

/** The schedule that a change belongs to. */
export interface ChangingSchedule {
  readonly id: string
  readonly ad_account_id: string
  readonly entity_id: string
}

type Stored<Span> = Omit<Span, 'change'> & { readonly change: string }

const statements = perDb((db) => ({
  isAnyActive: db
    .prepare<[string, number, number], number>(
      'SELECT 1 FROM scheduled_changes WHERE ad_account_id = ? AND begin <= ? AND until > ? LIMIT 1',
    )
    .pluck(),
  active: db.prepare<[string, number, number], Stored<Pick<ChangeSpan, 'entity_id' | 'change'>>>(
    `SELECT entity_id, change FROM scheduled_changes WHERE ad_account_id = ? AND begin <= ? AND until > ?
     ORDER BY entity_id, schedule_id`,
  ),
  all: db.prepare<[string], Stored<ChangeSpan>>(
    'SELECT entity_id, begin, until, change FROM scheduled_changes WHERE ad_account_id = ?',
  ),
  forget: db.prepare<[string, string, string, number]>(
    'DELETE FROM scheduled_changes WHERE ad_account_id = ? AND entity_id = ? AND schedule_id = ? AND begin >= ?',
  ),
  cut: db.prepare<[number, string, string, string, number]>(
    `UPDATE scheduled_changes SET until = ?
     WHERE ad_account_id = ? AND entity_id = ? AND schedule_id = ? AND until > ?`,
  ),
  add: db.prepare<[string, string, string, number, number, string]>(
    'INSERT INTO scheduled_changes VALUES (?, ?, ?, ?, ?, ?)',
  ),
}))

/** Returns the changes that are in effect in an ad account, by entity; undefined when none is. */
export function activeChanges(db: Database, accountId: string, now: number): ScheduledChanges | undefined {
  const { isAnyActive, active } = statements(db)
  // Every list asks, and few accounts have any: a page of none takes seven times as long as this.
  if (isAnyActive.get(accountId, now, now) === undefined) return undefined
  const rows = active.all(accountId, now, now)
  const changes = new Map<string, ScheduledChange[]>()
  for (const { entity_id, change } of rows) {
    const known = changes.get(entity_id) ?? []
    known.push(JSON.parse(change))
    changes.set(entity_id, known)
  }
  return changes
}

/** Returns all changes of an ad account's entities, those of the past too, by entity. */
export function changeSpans(db: Database, accountId: string): ReadonlyMap<string, readonly ChangeSpan[]> {
  const rows = statements(db).all.all(accountId)
  const spans = rows.map(({ change, ...row }) => ({ ...row, change: JSON.parse(change) as ScheduledChange }))
  return Map.groupBy(spans, ({ entity_id }) => entity_id)
}

/**
 * Replaces what a schedule changes from now on. What it has changed until now stays: reports of the past need it.
 *
 * @param span Absent for a schedule that changes nothing any more.
 */
export function replaceChange(
  db: Database,
  { id, ad_account_id, entity_id }: ChangingSchedule,
  span: Omit<ChangeSpan, 'entity_id'> | undefined,
  now: number,
): void {
  const { forget, cut, add } = statements(db)
  forget.run(ad_account_id, entity_id, id, now)
  cut.run(now, ad_account_id, entity_id, id, now)
  if (span === undefined || span.until <= now) return
  add.run(ad_account_id, entity_id, id, Math.max(span.begin, now), span.until, JSON.stringify(span.change))
}
