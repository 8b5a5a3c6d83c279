import { withoutEscapes, withoutPercents } from './decoding.ts'
import { secretsPattern } from './known-secrets.ts'
import { isSecretName, secretEnding } from './secret-names.ts'
import { endOfValue } from './value-end.ts'

/** Headers with values of any type. */
export type Headers = Readonly<Record<string, string | number | string[] | undefined>>

/** The replacement for a credential. */
export const redactionMark = '…'

/** The fewest characters of an OAuth code; error codes and country codes are shorter. */
const shortestCode = 8

/** Finds texts that may contain a secret; all others stay unchanged. */
const suspicious =
  /pin(?:a|r|c|rc)_|token|secret|passw|passcode|credential|authorization|cookie|signature|assertion|[-_]?key["'=[\]]|session|verifier|presigned|bearer|basic|code\\*["'=]|%[0-9a-f]{2}|\\u00|:\/\/[^/@\s]{1,200}[@\u2026]/i

/**
 * Tokens as this server and the real one issue them; their prefix stays readable. Long ones are found within words too.
 */
const tokens = /(?:(?<![a-z0-9])|(?<=%[a-z0-9]{2})|(?=\w{20}))pin(?:a|r|c|rc)_[\w.~-]+/gi
/** Codes and tokens as this server issues them, without their prefix, and without their end where a text was cut. */
const issued = /(?<![A-Z2-7])(?:[A-Z2-7]{48}(?![A-Z2-7])|[A-Z2-7]{8,47}(?=\u2026))/g
const userInfo = /(:\/\/)[^/@\s"']{1,200}@/g
/** User info in a text that was cut before the `@`. */
const cutUserInfo = /(:\/\/)[^/@:\s"']{1,200}:[^/@\s"'\u2026]{1,200}(?=\u2026)/g
const bearer = /\b(Bearer\s{1,9})[\w.~+/=-]{8,}/gi
const basic = /\b(Basic\s{1,9})([\w+/-]{4,}={0,2})/gi
const schemes = /^(?:bearer|basic|digest|oauth|token)(?= )/i
const pairsInText = new RegExp(`(${secretEnding}=|(?<![\\w-])code=(?=[^&\\s"'<>\\\\;,]{6}))[^&\\s"'<>\\\\;,]+`, 'gi')
const named = new RegExp(`(?:${secretEnding}|["'](code))\\\\*["']\\s{0,9}:\\s{0,9}`, 'gi')
const words = /[^\s"'<>&]+/g

/** Removes credentials from texts before they are shown: the secrets of this server, and everything that may be one. */
export class Redactor {
  readonly #secrets: RegExp | undefined

  /** @param secrets The server's secrets: the token of test control, declared tokens, the secrets of apps. */
  constructor(secrets: readonly string[] = []) {
    this.#secrets = secretsPattern(secrets)
  }

  /** Redacts a text: known secrets, tokens by their form, and values after a telling name. */
  text(text: string): string {
    const withoutSecrets = (this.#secrets === undefined ? text : text.replace(this.#secrets, redactionMark)).replace(
      issued,
      redactionMark,
    )
    if (!suspicious.test(withoutSecrets)) return withoutSecrets
    return namedValues(withoutEscapes(withoutSecrets))
      .replace(tokens, (token) => token.slice(0, token.indexOf('_') + 1) + redactionMark)
      .replace(pairsInText, `$1${redactionMark}`)
      .replace(userInfo, `$1${redactionMark}@`)
      .replace(cutUserInfo, '$1')
      .replace(bearer, `$1${redactionMark}`)
      .replace(basic, (whole, scheme: string, encoded: string) =>
        /^[ -~]*:[ -~]*$/.test(Buffer.from(encoded, 'base64').toString('latin1')) ? scheme + redactionMark : whole,
      )
      .replace(words, (word) => (word.includes('%') ? this.#decodedWord(word) : word))
  }

  /** Tells whether a text may contain credentials beside known secrets and codes. */
  suspects(text: string): boolean {
    return suspicious.test(text)
  }

  /** Redacts the path and query of a URL, whatever their encoding. */
  url(url: string): string {
    const query = url.indexOf('?')
    if (query === -1) return this.text(url)
    return `${this.text(url.slice(0, query))}?${this.#pairs(url.slice(query + 1))}`
  }

  /** Redacts headers: of `Authorization` the scheme stays. Lists become one text. */
  headers(headers: Headers): Readonly<Record<string, string>> {
    const present = Object.entries(headers).filter(([, value]) => value !== undefined)
    return Object.fromEntries(present.map(([name, value]) => [this.text(name), this.#header(name, String(value))]))
  }

  /** Redacts a body: a form by its names, anything else by what looks like JSON. */
  body(text: string, type: string): string {
    return type.startsWith('application/x-www-form-urlencoded') ? this.#pairs(text) : this.text(text)
  }

  /** Redacts the value of a field, nested values included. */
  value(field: string, value: unknown): unknown {
    if (value === null || value === undefined || typeof value === 'boolean') return value
    if (isSecretName(field)) return redactionMark
    if (typeof value === 'string') return this.text(value)
    if (typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map((item) => this.value('', item))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [this.text(name), this.#member(name, item)]))
  }

  /** Redacts a member; `code` is an error code or a country in JSON when it is too short for OAuth's. */
  #member(name: string, value: unknown): unknown {
    return name === 'code' && String(value).length < shortestCode ? value : this.value(name, value)
  }

  #header(name: string, value: string): string {
    if (name === 'authorization') return `${schemes.exec(value)?.[0].concat(' ') ?? ''}${redactionMark}`
    if (isSecretName(name)) return redactionMark
    return value.includes('?') ? this.url(value) : this.text(value)
  }

  /** Redacts the pairs of a form or query. */
  #pairs(text: string): string {
    return text
      .split('&')
      .map((pair) => {
        const [name = ''] = pair.split('=', 1)
        return isSecretName(withoutPercents(name)) && pair !== name
          ? `${this.text(name)}=${redactionMark}`
          : this.text(pair)
      })
      .join('&')
  }

  /** Returns a word unchanged unless it contains a credential behind up to three layers of percent codes. */
  #decodedWord(word: string): string {
    let plain = word
    for (let layer = 0; layer < 3 && plain.includes('%'); layer++) {
      plain = withoutPercents(plain)
      const redacted = this.text(plain.replaceAll('%', '\u0000')).replaceAll('\u0000', '%')
      if (redacted !== plain) return redacted
    }
    return word
  }
}

/** Replaces the values that follow telling names in text that resembles JSON. */
function namedValues(text: string): string {
  let result = ''
  let from = 0
  for (const match of text.matchAll(named)) {
    const at = match.index + match[0].length
    if (match.index < from) continue
    const end = endOfValue(text, at)
    const value = text.slice(at, end)
    const isNumber = match[1] !== undefined && value.length <= shortestCode
    if (isNumber || /^(?:null|true|false|None|True|False)$|^$/.test(value)) continue
    const [quote = '"'] = /^\\*["']/.exec(value) ?? []
    result += `${text.slice(from, at)}${quote}${redactionMark}`
    if (!/^\\*["']/.test(value)) result += quote
    from = end
  }
  return result + text.slice(from)
}
