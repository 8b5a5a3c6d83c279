import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { NamedApiError } from '../domain/errors/entry.ts'
import { found } from '../domain/errors/found.ts'
import { NoContent, sendJson, sendNothing } from '../http/responses/replies.ts'
import type { World } from '../worlds/world.ts'
import { type Collection, type OperationParts, type StoredRow, schemaWithin, storedText } from './collection.ts'
import type { Owned } from './owner.ts'

/**
 * Returns the plain operations on one entity of a collection, for `routesFor`.
 *
 * @param path The parameters of the path of one entity: those of the owner's path, and then the entity's id.
 * @param notFound The error where the owner has no entity of that id.
 */
export function entityRoutes<Context extends Owned, Names extends object, Row extends StoredRow>(
  { owner, table, text = storedText }: Collection<Context, Names, Row>,
  path: z.ZodObject,
  notFound: NamedApiError,
) {
  const idName = Object.keys(path.shape).at(-1) ?? ''
  const rowOf = (request: FastifyRequest, context: Context): Row => {
    const { [idName]: id = '' } = request.params as Readonly<Record<string, string>>
    return found(table.find(request.world.db, context.id, id), notFound)
  }
  const schemaOf = (schema: Parameters<typeof schemaWithin>[1]) => schemaWithin(owner, { ...schema, params: path })

  return {
    /** Answers the entity. */
    get: (entity: z.ZodType): OperationParts => ({
      schema: schemaOf({ response: { 200: entity } }),
      handler: (request, reply) => sendJson(reply, text(request.world)(rowOf(request, owner.of(request)))),
    }),

    /** Changes the entity, and answers it. */
    update: <Body extends z.ZodType>(
      body: Body,
      entity: z.ZodType,
      change: (world: World, owner: Context, row: Row, item: z.output<Body>) => Row,
    ): OperationParts => ({
      schema: schemaOf({ body, response: { 200: entity } }),
      handler: (request, reply) => {
        const { world } = request
        const context = owner.of(request)
        const before = rowOf(request, context)
        const row = world.write(() => change(world, context, before, request.body as z.output<Body>))
        return sendJson(reply, text(world)(row))
      },
    }),

    /** Deletes the entity, and answers 204. */
    remove: (remove: (world: World, row: Row) => void): OperationParts => ({
      schema: schemaOf({ response: { 204: NoContent } }),
      handler: (request, reply) => {
        const row = rowOf(request, owner.of(request))
        request.world.write(() => remove(request.world, row))
        return sendNothing(reply)
      },
    }),
  }
}
