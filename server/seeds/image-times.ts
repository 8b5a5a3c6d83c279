import { dateTimeOf } from '../domain/time/clock.ts'

/** The kinds of times in an image: their size, and a function that moves them by seconds. */
const kinds = {
  /** An integer column of Unix seconds. */
  seconds: {
    bytes: 4,
    move: (image: Buffer, at: number, by: number) => image.writeInt32BE(image.readInt32BE(at) + by, at),
  },
  /** An integer column of milliseconds. */
  milliseconds: {
    bytes: 6,
    move: (image: Buffer, at: number, by: number) => image.writeIntBE(image.readIntBE(at, 6) + by * 1000, at, 6),
  },
  /** Unix seconds in the JSON text of an entity. */
  text_seconds: {
    bytes: 10,
    move: (image: Buffer, at: number, by: number) => image.write(String(Number(textAt(image, at, 10)) + by), at),
  },
  /** An ISO date and time in the JSON text of boards and Pins. */
  text_date_time: {
    bytes: 19,
    move: (image: Buffer, at: number, by: number) =>
      image.write(dateTimeOf(Date.parse(`${textAt(image, at, 19)}Z`) + by * 1000), at),
  },
} as const

type Kind = keyof typeof kinds
const kindNames = Object.keys(kinds) as Kind[]

/** The offsets of the times in an image, by kind. */
export type Places = Readonly<Record<Kind, readonly number[]>>

/** Moves every time in the image by a number of seconds, in place. */
export function moveTimes(image: Buffer, places: Places, by: number): Buffer {
  for (const kind of kindNames) for (const at of places[kind]) kinds[kind].move(image, at, by)
  return image
}

/**
 * Finds the times in an image by comparing it with one of the same seed that was made a known number of seconds later.
 *
 * @throws Error for a difference that is not a time.
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

/**
 * Returns the time that includes a difference. Text kinds are tried first: digits of a text can be misread as an
 * integer.
 */
function timeAround(image: Buffer, later: Buffer, at: number, by: number): { kind: Kind; from: number } {
  for (const kind of kindNames.toReversed()) {
    const { bytes, move } = kinds[kind]
    for (let from = at; from > at - bytes; from--) {
      const moved = Buffer.from(image.subarray(from, from + bytes))
      const expected = later.subarray(from, from + bytes)
      if (isTimeText(kind, moved) && isTimeText(kind, expected) && move(moved, 0, by) > 0 && moved.equals(expected))
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
