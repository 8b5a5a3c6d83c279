import type { ColumnFields, EntityRow } from './entity-row.ts'

/** Where the new entities of a table go: into it at once, or into a collection that is stored together. */
export interface NewRows<Row extends EntityRow> {
  /** Returns the `seq` of the next row. */
  nextSequence(): number
  /** Stores a new entity that is kept as JSON, now or later, and returns its row; columns as for `insertEntity`. */
  add<Entity extends object, Columns extends Partial<Row>>(
    entity: Entity & ColumnFields<Omit<Row, keyof Columns | 'json'>>,
    columns: Columns & Pick<Row, 'seq'>,
  ): Row
  /** Stores the rows that were added and are not stored yet: no query sees them before. */
  store(): void
}

/** What a table does for new rows. */
interface Writing<Row extends EntityRow> {
  readonly nextSequence: () => number
  readonly rowOf: NewRows<Row>['add']
  readonly storeAll: (rows: readonly Row[]) => void
}

/** Collects new rows, each with the `seq` after the last one's. Belongs to one transaction: others take a `seq` too. */
export function collectedRows<Row extends EntityRow>({ nextSequence, rowOf, storeAll }: Writing<Row>): NewRows<Row> {
  let rows: Row[] = []
  let next: number | undefined
  return {
    nextSequence() {
      next ??= nextSequence()
      return next
    },
    add(entity, columns) {
      const row = rowOf(entity, columns)
      next = row.seq + 1
      rows.push(row)
      return row
    },
    store() {
      if (rows.length > 0) storeAll(rows)
      rows = []
    },
  }
}
