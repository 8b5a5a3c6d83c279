import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'

/** What the entities of a collection belong to: an ad account, the user, another entity. */
export interface Owned {
  readonly id: string
}

/** How requests name the owner of a collection's entities. */
export interface Owner<Context extends Owned, Names extends object> {
  /** The parameters of the collection's path; absent where it has none. */
  readonly path?: z.ZodObject
  /** The query parameters that name the owner; absent where the path does. */
  readonly query?: z.ZodObject
  /** Returns what names the owner in a request, which bookmarks depend on. */
  readonly names: (request: FastifyRequest) => Names
  /** Returns the owner that a request names; throws when the world has none. */
  readonly of: (request: FastifyRequest) => Context
}
