import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'

/** The zod schemas of a route, one for each part that has one. */
export interface RouteSchema {
  readonly params?: z.ZodType
  readonly querystring?: z.ZodType
  readonly body?: z.ZodType
  readonly response?: Readonly<Record<number, z.ZodType>>
  /** The content types of the body where it is not JSON. */
  readonly consumes?: readonly string[]
}

/** Returns the schemas of the operation that a request calls, or else of its route. */
export const schemaOf = ({ implementation, routeOptions: { schema } }: FastifyRequest): RouteSchema =>
  implementation?.loaded?.schema ?? (schema as RouteSchema | undefined) ?? {}
