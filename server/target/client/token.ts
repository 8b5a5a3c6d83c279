import { readFileSync } from 'node:fs'
import { UsageError } from '#server/config/usage-error.ts'
import { redactionMark } from '#server/domain/redaction/redactor.ts'

/** The environment variable that has the token of a target. */
export const tokenVariable = 'PINTEREST_ACCESS_TOKEN'

/**
 * Reads the token of a target: from a file when one is named, otherwise from `PINTEREST_ACCESS_TOKEN`. No argument
 * takes one, since the command lines of processes can be read by others.
 *
 * @throws UsageError when there is none, or when it is no token; without a part of it.
 */
export function readTargetToken(
  file: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const source = file === undefined ? tokenVariable : `--token-file ${file}`
  const token = (file === undefined ? environment[tokenVariable] : readTokenFile(file))?.trim() ?? ''
  if (token === '')
    throw new UsageError(`${source} has no token: set ${tokenVariable}, or name a file by --token-file.`)
  if (!/^[\x21-\x7e]+$/.test(token)) throw new UsageError(`${source}: a token has no spaces and no line breaks.`)
  return token
}

function readTokenFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`--token-file cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

/** The fewest characters of a secret: Pinterest's tokens are far longer, and a mock takes any text, such as `x`. */
const shortestToken = 8

/**
 * Returns a function that blacks a token out of texts, encoded or not: a target may repeat what it was sent. A shorter
 * text is no secret, and words would lose their letters by it.
 */
export function hiderOf(token: string): (text: string) => string {
  if (token.length < shortestToken) return (text) => text
  const forms = [...new Set([token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)])]
  return (text) => forms.reduce((hidden, form) => hidden.replaceAll(form, redactionMark), text)
}
