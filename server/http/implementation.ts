import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from '#openapi/operations.ts'
import type { OperationTraits } from '../domain/operation-traits.ts'
import type { RouteSchema } from './validation/route-schema.ts'

/** What an operation is answered by, once it is loaded. */
export interface LoadedOperation {
  readonly schema: RouteSchema
  /** Refuses a call before it is validated, by throwing. */
  readonly precondition?: (request: FastifyRequest, reply: FastifyReply) => void
  readonly handler: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>
}

/** The implementation of an operation, which is loaded when it is first called. */
export interface Implementation {
  readonly operation: Operation
  /** What is known of it before it is loaded. */
  readonly traits: OperationTraits
  /** Undefined until it is loaded. */
  readonly loaded: LoadedOperation | undefined
  /** Loads it, with those that are loaded together with it. */
  readonly load: () => Promise<void>
  /** Whether it stands in for an operation that this server does not have. */
  readonly isFallback?: true
}

/** What answers a call that no implementation takes, and the parameters of its path. */
export interface FoundFallback {
  readonly implementation: Implementation
  readonly params: Readonly<Record<string, string>>
}

/** A call as fallbacks are found by it. */
export interface FallbackCall {
  readonly method: string
  /** The path below `/v5`. */
  readonly path: string
  /** The query as it was sent; empty without one. */
  readonly query: string
}

/** What answers operations that this server does not have, where an option says so. */
export interface Fallbacks {
  /**
   * Returns what answers a call; undefined for most.
   *
   * @param own The implemented operation that the path means as well. It answers unless the other path is more literal.
   */
  readonly find: (call: FallbackCall, own: Operation | undefined) => FoundFallback | undefined
  /** Returns the methods of those operations on a path. */
  readonly methodsOn: (path: string) => readonly string[]
}

/** The implementations by the ids of their operations. */
export type Implementations = Map<string, Implementation>
