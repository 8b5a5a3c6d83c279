import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage, withinAccount } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'
import type { TagStatus } from './schema.ts'

/** A conversion tag as it is stored. */
export interface ConversionTagRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly status: TagStatus
  readonly json: string
}

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], ConversionTagRow>(
    'SELECT * FROM conversion_tags WHERE id = ? AND ad_account_id = ?',
  ),
  insert: inserter<ConversionTagRow>(db, 'conversion_tags'),
  update: db.prepare<ConversionTagRow>('UPDATE conversion_tags SET status = @status, json = @json WHERE id = @id'),
}))

/** The tag of that id in that ad account. */
export const findConversionTag = (db: Database, accountId: string, id: string): ConversionTagRow | undefined =>
  statements(db).byId.get(id, accountId)

/** The `seq` of the next tag. */
export const nextConversionTagSequence = (db: Database): number => nextSequence(db, 'conversion_tags')

/** Stores a new tag. */
export const insertConversionTag = (db: Database, row: ConversionTagRow): void => statements(db).insert(row)

/** Stores a changed tag. */
export const updateConversionTag = (db: Database, row: ConversionTagRow): void => void statements(db).update.run(row)

/** All tags of the account in these statuses, in the order of their ids. */
export const listConversionTags = (
  db: Database,
  accountId: string,
  statuses: readonly TagStatus[],
): readonly ConversionTagRow[] =>
  keysetPage(db, {
    table: 'conversion_tags',
    select: 't.*',
    ...withinAccount(accountId, statuses),
    limit: Number.MAX_SAFE_INTEGER,
  })
