import { UsageError } from '#server/config/usage-error.ts'
import { targetUrl } from './target-url.ts'
import { readTargetToken } from './token.ts'

/** The flags of every command that calls a target, for `parseArgs`. */
export const targetFlags = {
  target: { type: 'string' },
  'token-file': { type: 'string' },
  production: { type: 'boolean', default: false },
} as const

/** The values of `targetFlags`. */
export interface TargetFlagValues {
  readonly target?: string | undefined
  readonly 'token-file'?: string | undefined
  readonly production?: boolean | undefined
}

/**
 * Returns the target that flags name, with its token.
 *
 * @throws UsageError when there is no target, it may not be called, or there is no token.
 */
export function targetOf(
  { target, 'token-file': tokenFile, production = false }: TargetFlagValues,
  environment: Readonly<Record<string, string | undefined>>,
): { readonly baseUrl: string; readonly token: string } {
  if (target === undefined) throw new UsageError('--target takes the URL to call.')
  return { baseUrl: targetUrl(target, { production }), token: readTargetToken(tokenFile, environment) }
}
