import { type ItemIssueDetails, issueDetails, type ProductIssue } from '../validation/findings.ts'

/** An item that is listed with its errors and warnings. */
export interface SampledItem {
  /** The place in the order of the feed; the first is 0. */
  readonly number: number
  /** The line of the file that the item begins on. */
  readonly line: number | null
  readonly id: string | null
  readonly errors: Readonly<Record<string, ItemIssueDetails>>
  readonly warnings: Readonly<Record<string, ItemIssueDetails>>
}

/** How many items are listed for each error and warning. */
const samplesOfEach = 20

/** The items that a processing result lists: the first ones of each error and warning. */
export class IssueSamples {
  readonly items: SampledItem[] = []
  readonly #counts = new Map<string, number>()
  readonly #most: number

  /** @param most How many items are listed for each issue. */
  constructor(most = samplesOfEach) {
    this.#most = most
  }

  /** Lists an item, unless enough are listed with each of its issues. */
  add(
    item: Pick<SampledItem, 'number' | 'line' | 'id'>,
    errors: readonly ProductIssue[],
    warnings: readonly ProductIssue[],
  ): void {
    const names = [...errors, ...warnings].map(({ name }) => name)
    if (names.every((name) => (this.#counts.get(name) ?? 0) >= this.#most)) return
    for (const name of names) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
    const { number, line, id } = item
    const listed = { number, line, id: id === null ? null : copied(id) }
    this.items.push({ ...listed, errors: detailsOf(errors), warnings: detailsOf(warnings) })
  }
}

const detailsOf = (issues: readonly ProductIssue[]): Readonly<Record<string, ItemIssueDetails>> =>
  Object.fromEntries(
    issues.map((issue) => {
      const { attribute_name, provided_value } = issueDetails(issue)
      return [issue.name, { attribute_name, provided_value: provided_value === null ? null : copied(provided_value) }]
    }),
  )

/** A part of a text keeps the whole in memory: that of a file is a long one. */
const copied = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')
