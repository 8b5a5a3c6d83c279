import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'

/** What a route takes and gives, each part a zod schema where it has one. */
export interface RouteSchema {
  readonly params?: z.ZodType
  readonly querystring?: z.ZodType
  readonly body?: z.ZodType
  readonly response?: Readonly<Record<number, z.ZodType>>
  /** The content types of the body where it is not JSON. */
  readonly consumes?: readonly string[]
}

/** Stands for one part of a schema when the route is made; a class, since Fastify takes plain objects for JSON Schema. */
export class LazyPart {
  type: z.ZodType | undefined
}

/** The schema of a route that is made before its schema is there. */
export class LazySchema {
  readonly params = new LazyPart()
  readonly querystring = new LazyPart()
  readonly body = new LazyPart()
  #schema: RouteSchema | undefined

  /** What the route takes and gives, once it is there. */
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

/** What the request's route takes and gives. */
export const schemaOf = ({ routeOptions: { config, schema } }: FastifyRequest): RouteSchema =>
  config.late?.schema ?? (schema as RouteSchema | undefined) ?? {}
