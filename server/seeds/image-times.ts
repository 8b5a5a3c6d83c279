import { dateTimeOf } from '../domain/time/clock.ts'

/** How a time stands in an image, and how it is moved by so many seconds. */
const kinds = {
  /** A column of Unix seconds. */
  seconds: {
    bytes: 4,
    move: (image: Buffer, at: number, by: number) => image.writeInt32BE(image.readInt32BE(at) + by, at),
  },
  /** A column of milliseconds. */
  milliseconds: {
    bytes: 6,
    move: (image: Buffer, at: number, by: number) => image.writeIntBE(image.readIntBE(at, 6) + by * 1000, at, 6),
  },
  /** Unix seconds in the text of an entity. */
  text_seconds: {
    bytes: 10,
    move: (image: Buffer, at: number, by: number) => image.write(String(Number(textAt(image, at, 10)) + by), at),
  },
  /** A moment as boards and Pins tell it. */
  text_date_time: {
    bytes: 19,
    move: (image: Buffer, at: number, by: number) =>
      image.write(dateTimeOf(Date.parse(`${textAt(image, at, 19)}Z`) + by * 1000), at),
  },
} as const

type Kind = keyof typeof kinds
const kindNames = Object.keys(kinds) as Kind[]

/** Where the times of an image begin, by how they stand there. */
export type Places = Readonly<Record<Kind, readonly number[]>>

/** The image with every time moved by so many seconds, in place. */
export function timesMoved(image: Buffer, places: Places, by: number): Buffer {
  for (const kind of kindNames) for (const at of places[kind]) kinds[kind].move(image, at, by)
  return image
}

/**
 * Where the times of a seed's image are, found by holding it against one of the same seed that was made so many seconds
 * later: what differs is a time, and is told apart by moving it.
 *
 * @throws Error when something differs that no time explains.
 */
export function placesOf(image: Buffer, later: Buffer, by: number): Places {
  const places: Record<Kind, number[]> = { seconds: [], milliseconds: [], text_seconds: [], text_date_time: [] }
  if (image.length !== later.length) throw new Error('The images differ in size')
  for (let at = firstDifference(image, later, 0); at !== -1; ) {
    const { kind, from } = timeAround(image, later, at, by)
    places[kind].push(from)
    at = firstDifference(image, later, from + kinds[kind].bytes)
  }
  return places
}

/** The time whose bytes are around the difference. Texts first: numbers may be read out of texts, not the other way. */
function timeAround(image: Buffer, later: Buffer, at: number, by: number): { kind: Kind; from: number } {
  for (const kind of kindNames.toReversed()) {
    const { bytes, move } = kinds[kind]
    for (let from = at; from > at - bytes; from--) {
      const moved = Buffer.from(image.subarray(from, from + bytes))
      const wanted = later.subarray(from, from + bytes)
      if (isTimeText(kind, moved) && isTimeText(kind, wanted) && move(moved, 0, by) > 0 && moved.equals(wanted))
        return { kind, from }
    }
  }
  throw new Error(`The images differ at ${at}, and not by a time`)
}

const patterns: Partial<Record<Kind, RegExp>> = {
  text_seconds: /^\d{10}$/,
  text_date_time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
}
const isTimeText = (kind: Kind, bytes: Buffer): boolean => patterns[kind]?.test(bytes.toString('latin1')) ?? true

function firstDifference(one: Buffer, other: Buffer, from: number): number {
  for (let at = from; at < one.length; at++) if (one[at] !== other[at]) return at
  return -1
}

const textAt = (image: Buffer, at: number, length: number): string => image.toString('latin1', at, at + length)
