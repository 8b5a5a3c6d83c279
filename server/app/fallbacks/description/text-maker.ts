import { sample, stringMatching } from 'fast-check'
import type { JsonObject } from '#server/domain/json-object.ts'
import type { Random } from '#server/domain/random.ts'
import { isoOf } from '#server/domain/time/clock.ts'
import { UnsatisfiableError } from './flat-schema.ts'

/** How many texts of a pattern are tried for one of the right length. */
const tries = 50

/** Milliseconds of 1 January 2026, and of half a year. */
const [firstDay, span] = [1_767_225_600_000, 15_768_000_000]

/** Makes a text of a schema: of its pattern, its format, or from the name of the field. */
export function textFor(schema: JsonObject, name: string, random: Random): string {
  const { pattern, format, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema
  const [min, max] = [Number(minLength), Number(maxLength)]
  const text = typeof format === 'string' ? formats[format]?.(random) : undefined
  if (typeof pattern === 'string') {
    const isMatch = new RegExp(pattern)
    const plain = [text, plainText(name, random), digits(random, Math.max(min, Math.min(12, max)))]
    const fitting = plain.find(
      (one) => one !== undefined && isMatch.test(one) && one.length >= min && one.length <= max,
    )
    return fitting ?? textOfPattern(pattern, { min, max, random })
  }
  if (text !== undefined && text.length >= min && text.length <= max) return text
  const named = plainText(name, random)
  const long = named.length < min ? named.padEnd(min, ' and more') : named
  return long.length <= max ? long : digits(random, max)
}

/** Returns a text such as `Campaign name 4821`; digits for an id. */
function plainText(name: string, random: Random): string {
  if (/(^|_)ids?$/i.test(name)) return digits(random, 12)
  if (/(^|_)(url|link|uri)$/i.test(name)) return `https://www.example.com/${digits(random, 4)}`
  const words = name.replaceAll(/\W+|_+/g, ' ').trim()
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${digits(random, 4)}`.trim()
}

/** Returns a number of digits, of which the first is not 0. */
function digits(random: Random, count: number): string {
  const all = Array.from(
    { length: count },
    (_, index) => Math.floor(random() * (index === 0 ? 9 : 10)) + (index === 0 ? 1 : 0),
  )
  return all.join('')
}

function textOfPattern(pattern: string, { min, max, random }: { min: number; max: number; random: Random }): string {
  const seed = Math.floor(random() * 2 ** 31)
  // Without anchors, anything may stand around the match; nothing has to.
  const whole = /[\^$]/.test(pattern) ? pattern : `^(?:${pattern})$`
  try {
    const texts = sample(stringMatching(new RegExp(whole)), { seed, numRuns: tries })
    const isFitting = (text: string): boolean => text.length >= min && text.length <= max
    const isMatch = new RegExp(pattern)
    // What has no end may go on, and what has no beginning may begin earlier.
    const longer = texts.flatMap((text) => [text.padEnd(min, 'x'), text.padStart(min, 'x')])
    const fitting = [...texts, ...longer].filter((text) => isFitting(text) && isMatch.test(text))
    const found = fitting.find((text) => text !== '') ?? fitting[0]
    if (found !== undefined) return found
  } catch {
    // A pattern with what fast-check cannot make, such as what must not follow.
  }
  throw new UnsatisfiableError(`No text of ${pattern} was found`)
}

const momentOf = (random: Random): string => isoOf(firstDay + Math.floor(random() * span))
const hex = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('')

/** How texts of formats are made; any other format says nothing that can be checked. */
const formats: Readonly<Record<string, (random: Random) => string>> = {
  date: (random) => momentOf(random).slice(0, 10),
  time: (random) => momentOf(random).slice(11, 19).concat('Z'),
  'date-time': (random) => momentOf(random).replace(/\.\d+/, ''),
  duration: (random) => `P${1 + Math.floor(random() * 30)}D`,
  uri: (random) => `https://www.example.com/${digits(random, 6)}`,
  url: (random) => `https://www.example.com/${digits(random, 6)}`,
  'uri-reference': (random) => `/${digits(random, 6)}`,
  email: (random) => `user${digits(random, 4)}@example.com`,
  hostname: (random) => `host${digits(random, 3)}.example.com`,
  ipv4: (random) => `192.0.2.${Math.floor(random() * 255)}`,
  ipv6: (random) => `2001:db8::${hex(random, 4)}`,
  uuid: (random) => `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`,
  byte: (random) => Buffer.from(`bytes ${digits(random, 4)}`).toString('base64'),
}
