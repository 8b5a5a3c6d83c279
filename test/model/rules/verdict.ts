/** Why an item is refused: Pinterest's number, and the reason for the reader of a failed run. */
export interface Objection {
  readonly code: number
  readonly why: string
}

/** What becomes of one item: it is stored as `row`, or refused with one of the codes of its objections. */
export type Verdict<Row> = { readonly row: Row } | { readonly objections: readonly Objection[] }

/** A place to note objections; what is noted with a false condition is none. */
export class Objections {
  readonly all: Objection[] = []

  when(refused: boolean, why: string, code = 1): void {
    if (refused) this.all.push({ code, why })
  }

  /** The verdict on the row, when everything was asked. */
  verdict<Row>(row: Row): Verdict<Row> {
    return this.all.length > 0 ? { objections: this.all } : { row }
  }
}

/** One objection alone. */
export const refused = (why: string, code = 1): { readonly objections: readonly Objection[] } => ({
  objections: [{ code, why }],
})
