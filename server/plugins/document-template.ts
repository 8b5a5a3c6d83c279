import type { Base } from '#openapi/addresses.ts'
import { placedDay } from './example-days.ts'

/** The mark of the origin: as all marks, no text of a document has it, and JSON has it as it is. */
export const originMark = 'http://origin.invalid'
/** The mark of the world, which follows that of the origin. */
export const worldMark = '/world.invalid'

/** Where a document is read, and on which day. */
export interface Place extends Base {
  /** Today, as days since 1970. */
  readonly today: number
}

/** An origin, alone or with the world that follows it, or a day. */
const marks = /(http:\/\/origin\.invalid(?:\/world\.invalid)?|day\.invalid-?\d+)/

/** A document as JSON, cut at its marks once: a text of megabytes is not searched anew for each place. */
export class DocumentTemplate {
  /** The bytes between the marks, and each mark that follows. */
  readonly #parts: readonly { readonly bytes: Buffer; readonly mark: string }[]

  constructor(json: string) {
    const texts = json.split(marks)
    const bytes = texts.filter((_, index) => index % 2 === 0).map((text) => Buffer.from(text))
    this.#parts = bytes.map((bytes, index) => ({ bytes, mark: texts[2 * index + 1] ?? '' }))
  }

  /** Returns the document with its marks. */
  marked(): string {
    return this.#parts.map(({ bytes, mark }) => bytes.toString() + mark).join('')
  }

  /** Returns the document of a place. */
  at(place: Place): Buffer {
    return Buffer.concat(this.#parts.flatMap(({ bytes, mark }) => [bytes, Buffer.from(filled(mark, place))]))
  }
}

function filled(mark: string, { origin, world, today }: Place): string {
  const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)
  if (mark === originMark) return inJson(origin)
  return mark === originMark + worldMark ? inJson(origin + world) : placedDay(mark, today)
}
