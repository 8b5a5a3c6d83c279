import { redactionMark } from '../redaction/redactor.ts'
import type { BodyMatch } from './body-match.ts'
import { stepsOf } from './json-path.ts'

/** Characters that JSON can write in several ways, and the sign that replaces credentials. */
const ambiguous = /[\p{Cc}"\\/\u2026]/u

const maxTexts = 20

/** Returns texts that occur in every body that matches. */
export function textsOf({ body_path = '', body_equals }: BodyMatch): readonly string[] {
  const texts = stepsOf(body_path).filter((step) => !/^(\*|\d+)$/.test(step))
  const collect = (value: unknown): void => {
    if (texts.length >= maxTexts) return
    if (typeof value === 'string') texts.push(value)
    else if (value !== null && typeof value === 'object') {
      for (const name in value) {
        if (texts.length >= maxTexts) break
        if (!Array.isArray(value)) texts.push(name)
        collect(Reflect.get(value, name))
      }
    }
  }
  collect(body_equals)
  return texts.filter((text) => !ambiguous.test(text))
}

/**
 * Returns a cheap test of whether a redacted body may contain a text, by the body as it was sent. Redacting replaces
 * credentials by a sign and its quotes and decodes encoded parts; all other characters stay.
 */
export function mayContainText(text: string): (body: string | null) => boolean {
  const parts = text.split(redactionMark).map((part) => part.replace(/^[\\"']+|[\\"']+$/g, ''))
  const texts = [...new Set(parts)].slice(0, maxTexts)
  return (body) => hasTexts(body, texts) || hasTexts(body, ['\\u00']) || hasTexts(body, ['%'])
}

/**
 * Returns whether the JSON or the form of a body may contain all of the texts, before it is parsed: JSON can escape
 * characters by number, and a form encodes them.
 */
export const mayContainTexts = (body: string | null, texts: readonly string[]): boolean =>
  hasTexts(body, texts) || hasTexts(body, ['\\u']) || hasTexts(body, ['=', '%']) || hasTexts(body, ['=', '+'])

/** Returns whether a body contains all of the texts literally. */
const hasTexts = (body: string | null, texts: readonly string[]): boolean =>
  body !== null && texts.every((text) => body.includes(text))
