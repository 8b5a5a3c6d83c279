import type { FastifyRequest } from 'fastify'
import { ApiError } from '../domain/errors/api-errors.ts'
import { faultHeader } from '../domain/faults/faults.ts'
import { apiPathOf, noOperation } from './api-path.ts'
import { callOfRequest } from './call-of-request.ts'

/** Returns whether a request goes to the implementation of the operation that its path and method mean. */
export const isRouted = ({ implementation }: FastifyRequest): boolean => implementation !== null

/**
 * Returns whether a stub or a fault may answer a request that no implementation takes, before its body is read. Faults do
 * not answer what no operation has.
 */
export function mayBeAnswered(request: FastifyRequest): boolean {
  const { operation, headers, world } = request
  const { stubs, faults, clock } = world
  if (operation !== null && headers[faultHeader] !== undefined) return true
  if (stubs.isEmpty && (operation === null || faults.isEmpty)) return false
  const [call, now] = [callOfRequest(request), clock.seconds()]
  return stubs.mayMatch(call, now) || (operation !== null && faults.mayApply(call, now))
}

/** Refuses a request that no implementation takes: 404 or 405 where there is no operation, 501 where there is one. */
export function refuseUnrouted(request: FastifyRequest): never {
  const { operation, method } = request
  if (operation === null) throw noOperation(method, apiPathOf(request))
  throw new ApiError('request.not-built', { detail: operation.id })
}
