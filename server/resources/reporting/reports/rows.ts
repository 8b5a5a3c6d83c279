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
  /** Each is valid until the next one is taken. */
  readonly rows: Iterable<EntityRow>
}

/**
 * Characters of a piece of a document. A text that is added up from many parts takes many times its size until it is read,
 * so pieces are short.
 */
export const longestPiece = 4096

/** Rows that are written together. Each is valid until the next one is taken. */
export type RowBatch = Iterable<EntityRows>

/** A row of an entity. */
export interface EntityRow {
  /** The `DATE`; absent for TOTAL. */
  readonly date?: string | undefined
  readonly target?: RowTarget | undefined
  /** In the order of the figures of the columns; undefined for 0. */
  readonly figures: readonly (number | undefined)[]
}
