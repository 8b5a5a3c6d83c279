import { redactionMark } from '#server/domain/redaction/redactor.ts'
import { namePrefix } from './references.ts'

/** Fields of an account or a Pin whose values are words of the API, not of the account. */
const openFields =
  /^(currency|country|time_zone|type|account_type|status|permissions|role|roles|creative_type|media_type|privacy)$/i

/** Collects the texts of an answer that describe an account or a Pin: names, ids, addresses, however deep they stand. */
export function textsOfAccount(value: unknown, field = ''): readonly string[] {
  if (typeof value === 'string') return openFields.test(field) || value.trim() === '' ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((one) => textsOfAccount(one, field))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => textsOfAccount(one, name))
}

/** The names of what probes make, which differ from run to run. */
const madeName = new RegExp(`${namePrefix} [a-z0-9]+(?:-\\d+)?`, 'g')
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const address = /\b[a-z][a-z0-9+.-]*:\/\/(?!example\.com\b)[^\s"'<>]+/gi
const dateTime = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g
const date = /\b\d{4}-\d\d-\d\d\b/g
const uuid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi
/** Long runs of digits are ids; Unix times have ten digits, amounts fewer than twelve. */
const longNumber = /\d{12,}/g
const unixTime = /\b1[5-9]\d{8}\b|\b2[01]\d{8}\b/g
/** Tokens by their form: of Pinterest, long hexadecimal numbers, and what mixes digits with letters of both cases. */
const token =
  /\bpin[a-z]{1,3}_[\w-]+|\b[0-9a-f]{32,}\b|(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Z])(?=[\w+/=-]*[a-z])[\w+/=-]{20,}/g

/** Blacks what belongs to an account out of texts: what is known of it, and what may be an id, an address or a token. */
export class Blackout {
  readonly #known = new Set<string>()
  #pattern: RegExp | undefined

  /** Adds texts that no result may have. */
  add(texts: readonly string[]): void {
    for (const text of texts) for (const form of formsOf(text)) this.#known.add(form)
    const longestFirst = [...this.#known].sort((one, other) => other.length - one.length)
    this.#pattern = longestFirst.length === 0 ? undefined : new RegExp(longestFirst.map(patternOf).join('|'), 'giu')
  }

  /** Returns the text without what belongs to the account; times and dates are replaced by these words. */
  text(text: string): string {
    const known = text.normalize('NFC')
    return (this.#pattern === undefined ? known : known.replace(this.#pattern, redactionMark))
      .replace(madeName, '<name>')
      .replace(email, redactionMark)
      .replace(address, redactionMark)
      .replace(dateTime, '<time>')
      .replace(date, '<date>')
      .replace(uuid, redactionMark)
      .replace(longNumber, redactionMark)
      .replace(unixTime, '<time>')
      .replace(token, redactionMark)
  }

  /** Returns the name of a field; one that may be data, such as an id as the key of a map, is blacked out. */
  field(name: string): string {
    return /^[a-z_][a-z0-9_]{0,79}$/i.test(name) ? this.text(name) : redactionMark
  }
}

/** Returns the ways in which a text may stand in an answer. */
function formsOf(text: string): readonly string[] {
  const plain = text.normalize('NFC').trim()
  const html = plain
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
  const json = JSON.stringify(plain).slice(1, -1)
  return [...new Set([plain, json, JSON.stringify(json).slice(1, -1), html, encoded(plain)])].filter(Boolean)
}

function encoded(text: string): string {
  // A half of a surrogate pair cannot be encoded.
  return encodeURIComponent(text.toWellFormed())
}

/** Returns the pattern of a known text: short ones count as whole words alone, since every sentence has their letters. */
function patternOf(text: string): string {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+')
  return text.length > 3 ? escaped : `(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`
}
