import type { CallMatch, ValueMatches } from '#server/domain/matching/call-match.ts'
import { textPattern } from '#server/domain/matching/text-pattern.ts'
import { Redactor, redactionMark } from '#server/domain/redaction/redactor.ts'
import { isSecretName } from '#server/domain/redaction/secret-names.ts'

/** Knows no secrets: whether a match is refused must not reveal any. */
const byForm = new Redactor()

const advice = `credentials are compared as the journal shows them, as ${redactionMark}`

/** Returns the reason why a match expects a credential, which is never compared; undefined where it does not. */
export function reasonOfCredentials(match: CallMatch): string | undefined {
  const { path, query = {}, headers = {}, body_contains, body_equals } = match
  return (
    reasonOfValues('headers', headers, (name) => (name === 'authorization' ? schemes : [redactionMark])) ??
    reasonOfValues('query', query, () => [redactionMark]) ??
    reasonOfText('path', path) ??
    reasonOfText('body_contains', body_contains) ??
    reasonOfText('body_equals', body_equals === undefined ? undefined : JSON.stringify(body_equals))
  )
}

/** What an authorization header is shown as. */
const schemes = [
  redactionMark,
  ...['bearer', 'basic', 'digest', 'oauth', 'token'].flatMap((scheme) =>
    [scheme, scheme.toUpperCase(), scheme.charAt(0).toUpperCase() + scheme.slice(1)].map(
      (spelling) => `${spelling} ${redactionMark}`,
    ),
  ),
]

function reasonOfValues(
  place: string,
  values: ValueMatches,
  shownAs: (name: string) => readonly string[],
): string | undefined {
  for (const [name, value] of Object.entries(values)) {
    if (value === null) continue
    const isShown = shownAs(name.toLowerCase()).some(textPattern(String(value)))
    if (isSecretName(name.toLowerCase()) && !isShown) {
      return `${place}: ${name} has a credential, and ${advice}; send ${exampleOf(name)}, or null for none`
    }
    const reason = reasonOfText(`${place}: ${name}`, String(value))
    if (reason !== undefined) return reason
  }
  return undefined
}

const exampleOf = (name: string): string => (name.toLowerCase() === 'authorization' ? "'Bearer *'" : "'*'")

function reasonOfText(place: string, text: string | undefined): string | undefined {
  if (text === undefined || byForm.text(text) === text) return undefined
  return `${place}: the text has what looks like a credential, and ${advice}; send ${byForm.text(text)}`
}
