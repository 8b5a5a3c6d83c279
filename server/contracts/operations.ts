import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'

/**
 * The zod schemas of the parts of an operation's request, and of its responses by status. Those of responses describe
 * them and check them; they serialize nothing.
 */
export interface OperationSchema {
  readonly params?: z.ZodType
  readonly querystring?: z.ZodType
  readonly body?: z.ZodType
  readonly response: Readonly<Record<number, z.ZodType>>
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : unknown

/** A request with parts that the operation's schemas have parsed. */
export type OperationRequest<Schema extends OperationSchema> = FastifyRequest<{
  Params: Parsed<Schema['params']>
  Querystring: Parsed<Schema['querystring']>
  Body: Parsed<Schema['body']>
}>

/** An operation as a resource defines it. Method, path, tags and security come from `operations.json`. */
export interface OperationRoute<Schema extends OperationSchema> {
  /** A summary of a few words and a description of one or two sentences, both the project's own. */
  readonly summary: string
  readonly description: string
  /** The content types of the request body, where it is not JSON. */
  readonly consumes?: readonly string[]
  readonly schema: Schema
  /** Refuses a call before its parameters and body are validated, by throwing; the traits of the operation announce it. */
  readonly precondition?: (request: FastifyRequest) => void
  /** Answers a request. A promise lets other requests be answered meanwhile. */
  readonly handler: (request: OperationRequest<Schema>, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>
}

/** Registers operations: a Fastify app at once, or a registry that adds them at their first call. */
export interface Operations {
  /** Adds a documented operation by its id; throws when `operations.json` lacks the id. */
  operation<Schema extends OperationSchema>(id: string, route: OperationRoute<Schema>): void
}
