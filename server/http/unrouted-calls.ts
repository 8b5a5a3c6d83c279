import type { FastifyRequest } from 'fastify'
import { ApiError } from '../domain/errors/api-errors.ts'
import { apiPathOf, noOperation } from './api-path.ts'

/** Returns whether a request goes to the implementation of the operation that its path and method mean. */
export const isRouted = ({ implementation }: FastifyRequest): boolean => implementation !== null

/** Refuses a request that no implementation takes: 404 or 405 where there is no operation, 501 where there is one. */
export function refuseUnrouted(request: FastifyRequest): never {
  const { operation, method, server } = request
  if (operation === null) {
    const path = apiPathOf(request)
    throw noOperation(method, path, undefined, server.fallbacks?.methodsOn(path))
  }
  throw new ApiError('request.not-built', { detail: operation.id })
}
