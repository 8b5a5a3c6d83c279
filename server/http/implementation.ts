import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from '#openapi/operations.ts'
import type { OperationTraits } from '../domain/operation-traits.ts'
import type { RouteSchema } from './validation/route-schema.ts'

/** What an operation is answered by, once it is loaded. */
export interface LoadedOperation {
  readonly schema: RouteSchema
  /** Refuses a call before it is validated, by throwing. */
  readonly precondition?: (request: FastifyRequest) => void
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
}

/** The implementations by the ids of their operations. */
export type Implementations = Map<string, Implementation>
