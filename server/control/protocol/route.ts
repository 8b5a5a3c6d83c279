import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { OperationRequest, OperationSchema } from '#server/plugins/operations.ts'

/** A route of test control, with its description for the OpenAPI document. */
export interface ControlRoute<Schema extends OperationSchema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The path below `/__mock`. A preceding `/w/{name}` selects the world. */
  readonly url: string
  /** The tag in the document: `worlds`, `time`, `faults`. */
  readonly tag: string
  readonly summary: string
  readonly description: string
  /** The largest body in bytes; the server's limit when absent. */
  readonly bodyLimit?: number
  /** Whether a call that succeeds changes data of the world, which is announced to those who watch it. */
  readonly changesData?: boolean
  readonly schema: Schema
  /** Returns the body of a 200, or sends a reply itself. */
  readonly handler: (
    request: OperationRequest<Schema>,
    reply: FastifyReply,
  ) => Body<Schema> | FastifyReply | Promise<FastifyReply>
}

type Body<Schema extends OperationSchema> = Schema['response'][200] extends z.ZodType
  ? z.input<Schema['response'][200]>
  : never

/** Adds a route of test control, described in its own OpenAPI document. */
export function controlRoute<Schema extends OperationSchema>(app: FastifyInstance, route: ControlRoute<Schema>): void {
  const { method, url, tag, summary, description, schema, bodyLimit, changesData, handler } = route
  app.route({
    method,
    url,
    schema: { ...schema, tags: [tag], summary, description },
    ...(bodyLimit !== undefined && { bodyLimit }),
    handler: (changesData ? announcing(handler, tag) : handler) as never,
  })
}

/** Returns a handler that announces the change of the world's data when it has succeeded. */
function announcing<Schema extends OperationSchema>(handler: ControlRoute<Schema>['handler'], part: string) {
  return async (request: OperationRequest<Schema>, reply: FastifyReply) => {
    const answer = await handler(request, reply)
    const params = request.params as object
    if (reply.statusCode < 400) request.world.journal.announce('world', { action: 'changed', part, ...params })
    return answer
  }
}
