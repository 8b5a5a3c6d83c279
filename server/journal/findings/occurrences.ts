/** One place in a client's calls where a detector finds something. */
export interface Occurrence {
  /** The finding in this place, in a sentence. */
  readonly message: string
  /** The ids of the requests. */
  readonly requests: readonly string[]
}

/** The most occurrences of a finding that are kept; all are counted. */
export const maxOccurrences = 1000

/** How often a detector found something, and the first places. */
export class Occurrences<Place extends Occurrence = Occurrence> {
  count: number
  readonly list: Place[]

  /** @param from The occurrences to copy. */
  constructor(from?: Occurrences<Place>) {
    this.count = from?.count ?? 0
    this.list = [...(from?.list ?? [])]
  }

  /** Adds an occurrence. */
  add(occurrence: Place): void {
    this.count++
    if (this.list.length < maxOccurrences) this.list.push(occurrence)
  }

  /** Adds all that another one counted. */
  merge<Other extends Occurrence>({ count, list }: Occurrences<Other>, convert: (occurrence: Other) => Place): void {
    this.count += count
    for (const occurrence of list.slice(0, maxOccurrences - this.list.length)) this.list.push(convert(occurrence))
  }
}
