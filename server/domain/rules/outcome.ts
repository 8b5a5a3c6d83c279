import type { Violation } from './rule.ts'

/** What became of an entity that was to be created or changed: the stored row, or the violations that kept it from that. */
export type Outcome<Row> =
  | {
      readonly row: Row
      /** What production may not forgive about it. */
      readonly warnings?: readonly string[]
    }
  | {
      readonly violations: readonly Violation[]
      /** The row as it would have been stored, where the response shows it. */
      readonly attempted?: Row
    }
