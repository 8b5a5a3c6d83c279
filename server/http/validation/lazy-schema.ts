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

/**
 * Placeholder for one part of a schema when the route is added. A class, since Fastify takes plain objects for JSON
 * Schema.
 */
export class LazyPart {
  type: z.ZodType | undefined
}

/** The schema of a route that is added before its schema is loaded. */
export class LazySchema {
  readonly params = new LazyPart()
  readonly querystring = new LazyPart()
  readonly body = new LazyPart()
  #schema: RouteSchema | undefined

  /** The schemas of the route, once loaded. */
  get schema(): RouteSchema | undefined {
    return this.#schema
  }

  set schema(schema: RouteSchema) {
    this.#schema = schema
    this.params.type = schema.params
    this.querystring.type = schema.querystring
    this.body.type = schema.body
  }
}

/** Returns the schemas of the request's route. */
export const schemaOf = ({ routeOptions: { config, schema } }: FastifyRequest): RouteSchema =>
  config.lazy?.schema ?? (schema as RouteSchema | undefined) ?? {}
