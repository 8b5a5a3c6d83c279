import { redactionMark } from '../domain/redaction/redactor.ts'
import type { Configuration } from './configuration.ts'

/** The options whose value is or contains a credential. */
const secretOptions = ['controlToken', 'tokens', 'apps']

/** Returns the configuration without the control token, declared tokens and secrets of apps. */
export function redactedConfiguration(configuration: Configuration): object {
  const { controlToken, tokens, apps } = configuration
  return {
    ...configuration,
    ...(controlToken !== undefined && { controlToken: redactionMark }),
    tokens: Object.fromEntries(
      Object.values(tokens).map((token, index) => [
        index === 0 ? redactionMark : `${redactionMark} ${index + 1}`,
        token,
      ]),
    ),
    apps: Object.fromEntries(Object.entries(apps).map(([id, app]) => [id, { ...app, secret: redactionMark }])),
  }
}

/** Returns the path of a value in the configuration; tokens in it are redacted. */
export const redactedPath = ([option, ...rest]: readonly PropertyKey[]): readonly string[] =>
  rest.map((key, index) => (option === 'tokens' && index === 0 ? redactionMark : String(key)))

/** Returns the JSON of a value in the configuration; credentials are redacted. */
export function redactedValue(path: readonly PropertyKey[], value: unknown): string {
  const isWhole = path.length <= 2 && secretOptions.includes(String(path[0]))
  return isWhole || path.at(-1) === 'secret' ? redactionMark : JSON.stringify(value)
}

/** Returns the message of a JSON syntax error without the text that Node quotes. */
export const redactedSyntaxError = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(
    /, (?:\.\.\.)?".*"(?:\.\.\.)? is not/s,
    ': this is not',
  )
