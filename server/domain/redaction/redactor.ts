import { withoutEscapes, withoutPercents } from './decoding.ts'
import { findingSecrets } from './known-secrets.ts'
import { isSecretName, secretEnding } from './secret-names.ts'
import { endOfValue } from './value-end.ts'

/** Headers, whatever their values are. */
export type Headers = Readonly<Record<string, string | number | string[] | undefined>>

/** What stands in place of a credential. */
export const redactionMark = '…'

/** OAuth's codes have no fewer characters; the numbers of errors and the names of countries have. */
const shortestCode = 8

/** What can be a secret's place; a text without any of it is told as it is. */
const suspicious =
  /pin(?:a|r|c|rc)_|token|secret|passw|passcode|credential|authorization|cookie|signature|assertion|[-_]?key["'=[\]]|session|verifier|presigned|bearer|basic|code\\*["'=]|%[0-9a-f]{2}|\\u00|:\/\/[^/@\s]{1,200}[@…]/i

/** As this server and the real one issue them: they are told by their beginning, long ones also within a word. */
const tokens = /(?:(?<![a-z0-9])|(?<=%[a-z0-9]{2})|(?=\w{20}))pin(?:a|r|c|rc)_[\w.~-]+/gi
/** Codes and tokens as this server gives them, also without their beginning, and where a text was cut without their end. */
const issued = /(?<![A-Z2-7])(?:[A-Z2-7]{48}(?![A-Z2-7])|[A-Z2-7]{8,47}(?=…))/g
const userInfo = /(:\/\/)[^/@\s"']{1,200}@/g
/** The same in a text that was cut before the `@`. */
const cutUserInfo = /(:\/\/)[^/@:\s"']{1,200}:[^/@\s"'…]{1,200}(?=…)/g
const bearer = /\b(Bearer\s{1,9})[\w.~+/=-]{8,}/gi
const basic = /\b(Basic\s{1,9})([\w+/-]{4,}={0,2})/gi
const schemes = /^(?:bearer|basic|digest|oauth|token)(?= )/i
const pairsInText = new RegExp(`(${secretEnding}=|(?<![\\w-])code=(?=[^&\\s"'<>\\\\;,]{6}))[^&\\s"'<>\\\\;,]+`, 'gi')
const named = new RegExp(`(?:${secretEnding}|["'](code))\\\\*["']\\s{0,9}:\\s{0,9}`, 'gi')
const words = /[^\s"'<>&]+/g

/** Takes credentials out of what is told: those that this server knows, and all that could be one. */
export class Redactor {
  readonly #secrets: RegExp | undefined

  /** @param secrets What lets someone in here: the token of test control, declared tokens, the secrets of apps. */
  constructor(secrets: readonly string[] = []) {
    this.#secrets = findingSecrets(secrets)
  }

  /** Any text without credentials: those that are known, that look like tokens, or that stand behind a telling name. */
  text(text: string): string {
    const known = (this.#secrets === undefined ? text : text.replace(this.#secrets, redactionMark)).replace(
      issued,
      redactionMark,
    )
    if (!suspicious.test(known)) return known
    return namedValues(withoutEscapes(known))
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

  /** Whether more of a text may be told otherwise than what is known or looks like a code: credentials by their places. */
  suspects(text: string): boolean {
    return suspicious.test(text)
  }

  /** A URL without the credentials in its path and query, however they are encoded. */
  url(url: string): string {
    const query = url.indexOf('?')
    if (query === -1) return this.text(url)
    return `${this.text(url.slice(0, query))}?${this.#pairs(url.slice(query + 1))}`
  }

  /** Headers without credentials: of `Authorization` the scheme is left. Each name has one text. */
  headers(headers: Headers): Readonly<Record<string, string>> {
    const told = Object.entries(headers).filter(([, value]) => value !== undefined)
    return Object.fromEntries(told.map(([name, value]) => [this.text(name), this.#header(name, String(value))]))
  }

  /** A body without credentials: of a form by its names, of anything else by what looks like JSON's. */
  body(text: string, type: string): string {
    return type.startsWith('application/x-www-form-urlencoded') ? this.#pairs(text) : this.text(text)
  }

  /** A value that was sent as a field, without credentials in it or under it. */
  value(field: string, value: unknown): unknown {
    if (value === null || value === undefined || typeof value === 'boolean') return value
    if (isSecretName(field)) return redactionMark
    if (typeof value === 'string') return this.text(value)
    if (typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map((item) => this.value('', item))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [this.text(name), this.#member(name, item)]))
  }

  /** `code` is an error's number in JSON, and a country's; OAuth's are longer. */
  #member(name: string, value: unknown): unknown {
    return name === 'code' && String(value).length < shortestCode ? value : this.value(name, value)
  }

  #header(name: string, value: string): string {
    if (name === 'authorization') return `${schemes.exec(value)?.[0].concat(' ') ?? ''}${redactionMark}`
    if (isSecretName(name)) return redactionMark
    return value.includes('?') ? this.url(value) : this.text(value)
  }

  /** A form's or a query's pairs, without credentials. */
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

  /** The word as it is, unless a credential is in it behind codes such as `%61`, of which there may be several layers. */
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

/** What names end behind, up to the values' ends, with something in place of the values. */
function namedValues(text: string): string {
  let told = ''
  let from = 0
  for (const match of text.matchAll(named)) {
    const at = match.index + match[0].length
    if (match.index < from) continue
    const end = endOfValue(text, at)
    const value = text.slice(at, end)
    const isNumber = match[1] !== undefined && value.length <= shortestCode
    if (isNumber || /^(?:null|true|false|None|True|False)$|^$/.test(value)) continue
    const [quote = '"'] = /^\\*["']/.exec(value) ?? []
    told += `${text.slice(from, at)}${quote}${redactionMark}`
    if (!/^\\*["']/.test(value)) told += quote
    from = end
  }
  return told + text.slice(from)
}
