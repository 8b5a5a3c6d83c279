import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'

/** What an operation takes and gives, each part a zod schema. */
export interface OperationSchema {
  readonly params?: z.ZodType
  readonly querystring?: z.ZodType
  readonly body?: z.ZodType
  readonly response: Readonly<Record<number, z.ZodType>>
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : unknown

/** A request whose parts are what the operation's schemas made of them. */
export type OperationRequest<Schema extends OperationSchema> = FastifyRequest<{
  Params: Parsed<Schema['params']>
  Querystring: Parsed<Schema['querystring']>
  Body: Parsed<Schema['body']>
}>

/** An operation as its resource builds it; method, path, tags and security come from the contract. */
export interface OperationRoute<Schema extends OperationSchema> {
  /** A few words of our own, and a sentence or two. */
  readonly summary: string
  readonly description: string
  /** The content types of the body where it is not JSON. */
  readonly consumes?: readonly string[]
  readonly schema: Schema
  readonly handler: (request: OperationRequest<Schema>, reply: FastifyReply) => FastifyReply
}

/** What takes operations: an application, or who keeps them until they are called. */
export interface Operations {
  /** Adds a documented operation by its id; throws on an id that the contract lacks. */
  operation<Schema extends OperationSchema>(id: string, route: OperationRoute<Schema>): void
}
