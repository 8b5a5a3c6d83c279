import type { FastifyRequest } from 'fastify'
import { faultHeader } from '../domain/faults/faults.ts'
import { isOfConsole } from '../journal/console-calls.ts'
import { callOfRequest } from './call-of-request.ts'

/**
 * Returns whether a stub or a fault may answer a request, or change its answer, before its body is read. Faults do not
 * answer what no operation has. One that may not apply does not count the request either.
 */
export function mayBeAnswered(request: FastifyRequest): boolean {
  const { operation, headers, world } = request
  const { stubs, faults, clock } = world
  if (operation !== null && headers[faultHeader] !== undefined) return true
  if ((stubs.isEmpty && (operation === null || faults.isEmpty)) || isOfConsole(headers)) return false
  const [call, now] = [callOfRequest(request), clock.seconds()]
  return stubs.mayMatch(call, now) || (operation !== null && faults.mayApply(call, now))
}
