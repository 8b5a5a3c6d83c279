import { type Redactor, redactionMark } from './redactor.ts'

/** Fields whose texts are about people and accounts. */
const personalName =
  /(^|_)(names?|username|emails?|phones?|phone_numbers?|address(es)?|street|postal_code|zip(_code)?|birth(day|date)?|ip|bio|about)$/i
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** The fewest characters of a text that is sought in others as well. */
const shortest = 4

/**
 * Returns a value of JSON without names, e-mail addresses and their like, and without credentials. What stands in a field
 * of that kind is removed from all other texts too. Ids stay.
 */
export function withoutPersonalData(value: unknown, redactor: Redactor): unknown {
  const known = new Set<string>()
  collect(value, '', known)
  const texts = [...known].filter((text) => text.length >= shortest).sort((one, other) => other.length - one.length)
  return redactor.value('', cleaned(value, '', texts))
}

function collect(value: unknown, field: string, known: Set<string>): void {
  if (typeof value === 'string') {
    if (personalName.test(field) && !/^\d+$/.test(value)) known.add(value)
  } else if (Array.isArray(value)) for (const item of value) collect(item, field, known)
  else if (value !== null && typeof value === 'object') {
    for (const [name, item] of Object.entries(value)) collect(item, name, known)
  }
}

function cleaned(value: unknown, field: string, known: readonly string[]): unknown {
  if (typeof value === 'string')
    return personalName.test(field) && value !== '' ? redactionMark : cleanText(value, known)
  if (Array.isArray(value)) return value.map((item) => cleaned(item, field, known))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [cleanText(name, known), cleaned(item, name, known)]),
  )
}

/** Returns a text without what is known of people, and without e-mail addresses. */
const cleanText = (text: string, known: readonly string[]): string =>
  known.reduce((left, one) => left.replaceAll(one, redactionMark), text).replaceAll(email, redactionMark)
