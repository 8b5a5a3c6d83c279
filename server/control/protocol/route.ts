import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { OperationRequest, OperationSchema } from '#server/plugins/operations.ts'

/** One call of test control. */
export interface ControlRoute<Schema extends OperationSchema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The path below `/__mock`; `/w/{name}` before that names the world. */
  readonly url: string
  /** What it is about, for the document: `worlds`, `time`, `faults`. */
  readonly tag: string
  readonly summary: string
  readonly description: string
  /** The largest body in bytes, where it is not the server's. */
  readonly bodyLimit?: number
  readonly schema: Schema
  /** Answers 200 with what it gives, or sends a reply of its own. */
  readonly handler: (
    request: OperationRequest<Schema>,
    reply: FastifyReply,
  ) => Answer<Schema> | FastifyReply | Promise<FastifyReply>
}

type Answer<Schema extends OperationSchema> = Schema['response'][200] extends z.ZodType
  ? z.input<Schema['response'][200]>
  : never

/** Adds a call of test control, described in its own OpenAPI document. */
export function controlRoute<Schema extends OperationSchema>(app: FastifyInstance, route: ControlRoute<Schema>): void {
  const { method, url, tag, summary, description, schema, bodyLimit, handler } = route
  app.route({
    method,
    url,
    schema: { ...schema, tags: [tag], summary, description },
    ...(bodyLimit !== undefined && { bodyLimit }),
    handler: handler as never,
  })
}
