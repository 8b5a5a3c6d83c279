import { isoOf } from '#server/domain/time/clock.ts'

/** Returns a value of a feed or a batch as text without spaces around it; empty where there is none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? value.map(textOf).filter(Boolean).join(',') : ''
}

/** Returns the parts of a value that may be several: a list, or a text with commas. */
export const partsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value.map(textOf) : textOf(value).split(',').map(textOf)).filter((part) => part !== '')

const webLink = /^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/i

/** Whether a text is a link that begins with http:// or https:// and has a host. */
export const isWebLink = (text: string): boolean => webLink.test(text)

const anyLink = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i

/** Whether a text is a link of any scheme, as those into apps are. */
export const isDeepLink = (text: string): boolean => anyLink.test(text)

const trueWords = new Set(['true', 'yes', '1', 't', 'y'])
const falseWords = new Set(['false', 'no', '0', 'f', 'n'])

/** Reads a boolean however it is written; undefined for anything else. */
export function booleanOf(text: string): boolean | undefined {
  const word = text.toLowerCase()
  if (trueWords.has(word)) return true
  return falseWords.has(word) ? false : undefined
}

/** Returns the word of a list that a text is, whatever its case and whether it has `_` or spaces. */
export const wordIn = (words: readonly string[], text: string): string | undefined => {
  if (words.includes(text)) return text
  const written = plain(text)
  return words.find((word) => plain(word) === written)
}

const plain = (text: string): string => text.toLowerCase().replaceAll('_', ' ')

const moment = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/

/** Returns the milliseconds since 1970 of a date of ISO 8601, with or without a time; undefined for anything else. */
function momentOf(text: string): number | undefined {
  const [, day = '', time = '00:00', zone = 'Z'] = moment.exec(text) ?? []
  const start = Date.parse(`${day}T00:00Z`)
  // A day that its month does not have is read as one of the next.
  if (Number.isNaN(start) || !isoOf(start).startsWith(day)) return undefined
  const parsed = Date.parse(`${day}T${time}${zone.replace(/(\d{2})(\d{2})$/, '$1:$2')}`)
  return Number.isNaN(parsed) ? undefined : parsed
}

/** Whether a text is a date of ISO 8601, with or without a time. */
export const isMoment = (text: string): boolean => momentOf(text) !== undefined

/** Whether a text is two dates with a `/` between them, the earlier one first. */
export function isPeriod(text: string): boolean {
  const [start, end, ...more] = text.split('/').map((part) => momentOf(part.trim()))
  return start !== undefined && end !== undefined && more.length === 0 && start <= end
}

/** Cuts a text to a number of characters. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : [...text].slice(0, most).join('')

/** Whether a text has more characters than a limit. */
export const isLonger = (text: string, most: number): boolean => text.length > most && [...text].length > most
