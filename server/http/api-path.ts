import { operationsOn } from '#openapi/operation-router.ts'
import type { Operation } from '#openapi/operations.ts'
import { ApiError } from '../domain/errors/api-errors.ts'

const prefix = '/v5'.length

/** Returns the path below `/v5`, without the query. Every URL has that prefix by the time it is routed. */
export function apiPathOf({ url }: { readonly url: string }): string {
  const end = url.indexOf('?')
  return url.slice(prefix, end === -1 ? undefined : end)
}

/**
 * Returns the methods that a path answers to, HEAD and OPTIONS included; none where no operation has the path.
 *
 * @param counts Tells whether an operation counts; all do when absent.
 */
export function methodsOn(path: string, counts: (operation: Operation) => boolean = () => true): readonly string[] {
  const documented = new Set<string>(
    operationsOn(path)
      .filter(counts)
      .map(({ method }) => method),
  )
  if (documented.size === 0) return []
  return [...documented].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : method)).concat('OPTIONS')
}

/**
 * Returns the error for a call that no operation takes: 404 with a hint for an unknown path, 405 for a known path.
 *
 * @param counts Tells whether an operation counts; all do when absent.
 * @param others Methods of the path that are answered beside those of operations.
 */
export function noOperation(
  method: string,
  path: string,
  counts?: (operation: Operation) => boolean,
  others: readonly string[] = [],
): ApiError {
  const call = `${method} ${path.slice(0, 200)}`
  const allowed = withMethods(methodsOn(path, counts), others)
  // A recording may answer the method with another query.
  if (allowed.length === 0 || others.includes(method))
    return new ApiError('request.path', { detail: call + hintOf(path) })
  const allow = allowed.join(', ')
  return new ApiError('request.method', { detail: `${call}; allowed: ${allow}`, headers: { allow } })
}

/** Adds methods to those that a path answers to, OPTIONS as the last. */
export function withMethods(allowed: readonly string[], others: readonly string[]): readonly string[] {
  if (others.length === 0) return allowed
  const all = [...allowed, ...others.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : method))]
  return [...new Set(all.filter((method) => method !== 'OPTIONS')), 'OPTIONS']
}

/** Returns the likely mistake in an unknown path, as the end of a message; empty when none is recognized. */
function hintOf(path: string): string {
  if (/^\/v5(\/|$)/.test(path)) return '; the path has /v5 twice: a base URL that ends in /v5 has it already'
  if (path.startsWith('/w/')) return '; a world comes before /v5: /w/{name}/v5'
  return path.includes('//') ? '; the path has two slashes in a row: does the base URL end in one?' : ''
}
