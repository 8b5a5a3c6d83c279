import { type CallMatch, looksAtBody } from '#server/domain/matching/call-match.ts'
import { isOwnPath } from '#server/plugins/worlds.ts'
import { reasonUnreachable } from '../faults/feasibility.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Returns the reason why a stub can never answer a call; undefined when it can. */
export function reasonUnanswerable(match: CallMatch): string | undefined {
  const { operation, method, path } = match
  if (method !== undefined && !methods.includes(method)) {
    return `stubs answer no ${method}, but ${methods.join(', ')}`
  }
  if (path !== undefined && !path.includes('*') && isOwnPath(path)) {
    return `${path} is the mock's own; a stub answers below /v5, with or without it`
  }
  if (method !== undefined && looksAtBody(match) && (method === 'GET' || method === 'HEAD')) {
    return `the body of a ${method} is not read`
  }
  return operation === undefined ? undefined : reasonUnreachable({ match, effect: { type: 'reset' }, trigger: {} })
}
