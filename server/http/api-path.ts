import { operationsOn } from '#openapi/matching.ts'
import { ApiError } from '../domain/errors/api-errors.ts'

const prefix = '/v5'.length

/** The path below `/v5`, which every URL has by the time that it is routed. */
export function apiPathOf({ url }: { readonly url: string }): string {
  const end = url.indexOf('?')
  return url.slice(prefix, end === -1 ? undefined : end)
}

/** The methods that the operations of a path answer to, HEAD and OPTIONS with them; none where there is no operation. */
export function methodsOn(path: string): readonly string[] {
  const documented = new Set<string>(operationsOn(path).map(({ method }) => method))
  if (documented.size === 0) return []
  return [...documented].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : method)).concat('OPTIONS')
}

/** Why there is no operation: the path has none (404, with a hint), or it has none for this method (405). */
export function noOperation(method: string, path: string): ApiError {
  const told = `${method} ${path.slice(0, 200)}`
  const allowed = methodsOn(path)
  if (allowed.length === 0) return new ApiError('request.path', { detail: told + hintOf(path) })
  const allow = allowed.join(', ')
  return new ApiError('request.method', { detail: `${told}; allowed: ${allow}`, headers: { allow } })
}

/** What may be wrong with a path that no operation has, as the end of a message; empty when nothing is near. */
function hintOf(path: string): string {
  if (/^\/v5(\/|$)/.test(path)) return '; the path has /v5 twice: a base URL that ends in /v5 has it already'
  if (path.startsWith('/w/')) return '; a world comes before /v5: /w/{name}/v5'
  if (path.includes('//')) return '; the path has two slashes in a row: does the base URL end in one?'
  const withoutSlash = path.endsWith('/') && operationsOn(path.slice(0, -1)).length > 0
  return withoutSlash ? '; no path of the API ends in a slash' : ''
}
