import { negotiate } from '@fastify/accept-negotiator'

/**
 * Returns the one of the supported content codings that a request accepts best, `identity` where it names none of them.
 *
 * @param accepted The header `Accept-Encoding`, in which names of codings have letters of any case.
 * @param supported The codings in order of preference.
 */
export function contentEncodingFor(accepted: string | undefined, supported: readonly string[]): string {
  const chosen = accepted === undefined ? null : negotiate(accepted.toLowerCase(), [...supported])
  return chosen ?? 'identity'
}
