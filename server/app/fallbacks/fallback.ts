import type { Operation } from '#openapi/operations.ts'
import type { Implementation, LoadedOperation } from '#server/http/implementation.ts'

/** What answers one operation that this server does not have. */
export interface Fallback extends Pick<LoadedOperation, 'handler'> {
  readonly operation: Operation
  /** Marks the answer with its source, and refuses an invalid call. */
  readonly precondition: NonNullable<LoadedOperation['precondition']>
}

/** Returns a fallback as the implementation of its operation. */
export const implementationOf = ({ operation, precondition, handler }: Fallback): Implementation => ({
  operation,
  traits: {},
  loaded: { schema: {}, precondition, handler },
  load: async () => {},
  isFallback: true,
})
