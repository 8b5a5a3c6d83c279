import { redactionMark } from '../domain/redaction/redactor.ts'
import type { Configuration } from './options.ts'

/** The options of which the value, or a part of it, lets someone in. */
const secretOptions = ['controlToken', 'tokens', 'apps']

/** The configuration as it may be printed: without control's token, declared tokens and the secrets of apps. */
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

/** Where a value stands in the configuration, as it may be told: of tokens, not which. */
export const redactedPath = ([option, ...rest]: readonly PropertyKey[]): readonly string[] =>
  rest.map((key, index) => (option === 'tokens' && index === 0 ? redactionMark : String(key)))

/** The value there as it may be told; something else for what is a secret, or has some. */
export function redactedValue(path: readonly PropertyKey[], value: unknown): string {
  const isWhole = path.length <= 2 && secretOptions.includes(String(path[0]))
  return isWhole || path.at(-1) === 'secret' ? redactionMark : JSON.stringify(value)
}

/** Why a text could not be read as JSON, without the part of it that Node quotes. */
export const redactedSyntaxError = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(
    /, (?:\.\.\.)?".*"(?:\.\.\.)? is not/s,
    ': this is not',
  )
