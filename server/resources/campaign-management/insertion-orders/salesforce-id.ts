const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const checks = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/** The first three characters of Salesforce ids, which tell the kind of the object. */
const prefixes = { order: '0Q0', order_line: '802', account: '001', address: 'a1C', terms: 'a2S' } as const

/** What Salesforce ids stand for. */
export type SalesforceKind = keyof typeof prefixes

/** What stands between the kind and the number: the instance that made the id. */
const instance = '1N0000'
const numberLength = 6

/**
 * Returns the nth id of a kind as Salesforce writes them: 15 characters, and 3 that hold which of these are capitals.
 *
 * @example
 * ```ts
 * salesforceId('order', 1) // '0Q01N0000000001SAA'
 * ```
 */
export function salesforceId(kind: SalesforceKind, sequence: number): string {
  const number = Array.from({ length: numberLength }, (_, place) => {
    return digits[Math.floor(sequence / digits.length ** (numberLength - 1 - place)) % digits.length]
  })
  const id = `${prefixes[kind]}${instance}${number.join('')}`
  return id + [0, 5, 10].map((start) => checkOf(id.slice(start, start + 5))).join('')
}

/** Returns the character that says which of five characters are capitals. */
const checkOf = (part: string): string =>
  checks[[...part].reduce((sum, one, place) => sum + (/[A-Z]/.test(one) ? 2 ** place : 0), 0)] ?? ''
