import type { AttributeValue } from '../delivery/attribute-repository.ts'

/** What a row is broken down by. */
export interface RowTarget {
  readonly type: string
  readonly value: string
}

/** The rows of one entity of a report. */
export interface EntityRows {
  readonly id: string
  /** In the order of the attributes of the columns. */
  readonly attributes: readonly AttributeValue[]
  readonly rows: readonly EntityRow[]
}

/** A row of an entity. */
export interface EntityRow {
  /** The `DATE`; absent for TOTAL. */
  readonly date?: string | undefined
  readonly target?: RowTarget | undefined
  /** In the order of the figures of the columns; undefined for 0. */
  readonly figures: readonly (number | undefined)[]
}
