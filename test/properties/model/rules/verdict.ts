/** Why an item is refused: Pinterest's number, and the reason for the reader of a failed run. */
export interface Objection {
  readonly code: number
  readonly why: string
}

/** What becomes of one item: it is stored as `row`, or refused with one of the codes of its objections. */
export type Verdict<Row> = { readonly row: Row } | { readonly objections: readonly Objection[] }

/** What a caller sent, null included. */
export type Sent = Readonly<Record<string, unknown>>

/** What null takes the value from; in every other field it is as good as nothing. */
const clearable: readonly string[] = [
  'bid_in_micro_currency',
  'bid_multiplier',
  'tracking_urls',
  'destination_url',
  'carousel_destination_urls',
  'bid_strategy_type',
  'budget_in_micro_currency',
  'start_time',
  'end_time',
]

/** The row with what an update gives and clears. */
export const withSent = <Row extends object>(row: Row, sent: Sent): Row => ({
  ...row,
  ...Object.fromEntries(
    Object.entries(sent).filter(([name, value]) => name !== 'id' && (value !== null || clearable.includes(name))),
  ),
})

/** The fields that an update is about, but for null that clears nothing and what is stored in a locked field. */
export const mentioned = <Row extends object>(
  sent: Sent,
  before: Row,
  after: Row,
  locked: readonly string[],
): readonly string[] =>
  Object.keys(sent).filter(
    (name) => before[name as keyof Row] !== after[name as keyof Row] || (sent[name] !== null && !locked.includes(name)),
  )

/** A place to note objections. What is stored is not judged anew for what an update does not mention. */
export class Objections {
  readonly all: Objection[] = []
  readonly #mentioned: readonly string[] | undefined

  /** Of an update, with what it mentions; of what is new or published, which is judged whole, without. */
  constructor(mentioned?: readonly string[]) {
    this.#mentioned = mentioned
  }

  /** Objects when the answer is yes. */
  when(refused: boolean, why: string, code = 1): void {
    if (refused) this.all.push({ code, why })
  }

  /** Objects when the answer is yes, and one of the fields that it is about was mentioned. */
  about(fields: readonly string[], refused: boolean, why: string, code = 1): void {
    const mentioned = this.#mentioned
    this.when(refused && (mentioned === undefined || fields.some((field) => mentioned.includes(field))), why, code)
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
