import type { GuardOptions } from '../control/protocol/guard.ts'
import type { AuthSettings } from '../domain/access/tokens.ts'

/** Returns the credentials in the server's options, for the redactor. */
export const secretsOf = ({ apps, tokens }: AuthSettings, control: GuardOptions | 'off'): readonly string[] => [
  ...Object.keys(tokens),
  ...Object.values(apps).map(({ secret }) => secret),
  ...(control === 'off' || control.token === undefined ? [] : [control.token]),
]
