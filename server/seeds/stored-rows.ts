import { columnsOf } from '#db/columns.ts'
import type { Database } from '#db/database.ts'
import { rowById, rowBySequence } from '#db/rows.ts'
import { sequenceIn } from '../domain/ids.ts'
import { idRangesOf } from '../registry/seed-sections.ts'

/** Returns the sequence number that an id of a section's making stands for; undefined for any other id. */
export const sequenceOf = (section: string, id: string): number | undefined =>
  (idRangesOf.get(section) ?? []).map((range) => sequenceIn(range, id)).find((sequence) => sequence !== undefined)

/** Returns the stored entity of a section with an id, which follows from its order where the table has none. */
export function storedRow(db: Database, section: string, id: string): Readonly<Record<string, unknown>> | undefined {
  if (columnsOf(db, section).has('id')) return rowById(db, section, id)
  const sequence = sequenceOf(section, id)
  return sequence === undefined ? undefined : rowBySequence(db, section, sequence)
}
