import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Database } from '#db/database.ts'
import type { NamedApiError } from '../domain/errors/entry.ts'
import { found } from '../domain/errors/found.ts'
import { NoContent, sendJson, sendNothing } from '../http/responses/replies.ts'
import type { World } from '../worlds/world.ts'
import { type Collection, type OperationParts, type StoredRow, schemaWithin } from './collection.ts'
import type { Owned, Owner } from './owner.ts'

/** Where one entity of a collection is found. */
export interface EntityPath<Row> extends Pick<Collection<Owned, object, StoredRow>, 'owner'> {
  readonly table: { find(db: Database, ownerId: string, id: string): Row | undefined }
  /** The parameters of the entity's path: those of the owner's path, and then the entity's id. */
  readonly path: z.ZodObject
  /** The error where the owner has no entity of that id. */
  readonly notFound: NamedApiError
}

/** Returns the function that finds the entity which the path of a request names; it throws when the owner has none. */
export function entityFinder<Row>({ owner, table, path, notFound }: EntityPath<Row>): (request: FastifyRequest) => Row {
  const idName = Object.keys(path.shape).at(-1) ?? ''
  return (request) => {
    const { [idName]: id = '' } = request.params as Readonly<Record<string, string>>
    return found(table.find(request.world.db, owner.of(request).id, id), notFound)
  }
}

/**
 * Returns an entity as the owner of a collection: what belongs to it has paths below its own.
 *
 * @example
 * ```ts
 * const gardenPlot = entityOwner({ owner: adAccountOwner, table: gardenPlotTable, path: GardenPlotPath, notFound })
 * const gnomes = routesFor({ owner: gardenPlot, table: gnomeTable })
 * ```
 */
export const entityOwner = <Row extends Owned>(entity: EntityPath<Row>): Owner<Row, object> => ({
  path: entity.path,
  ...(entity.owner.query && { query: entity.owner.query }),
  names: (request) => ({ ...entity.owner.names(request), ...(request.params as object) }),
  of: entityFinder(entity),
})

/** Returns the plain operations on one entity of a collection, for `routesFor`. */
export function entityRoutes<Row extends StoredRow>(
  entity: EntityPath<Row>,
  text: (world: World) => (row: Row) => string,
) {
  const { owner, path: params } = entity
  const entityIn = entityFinder(entity)
  return {
    /** Answers the entity. */
    get: (response: z.ZodType): OperationParts => ({
      schema: schemaWithin(owner, { params, response: { 200: response } }),
      handler: (request, reply) => sendJson(reply, text(request.world)(entityIn(request))),
    }),

    /** Changes the entity, and answers it. */
    update: <Body extends z.ZodType>(
      body: Body,
      response: z.ZodType,
      change: (world: World, row: Row, item: z.output<Body>) => Row,
    ): OperationParts => ({
      schema: schemaWithin(owner, { params, body, response: { 200: response } }),
      handler: (request, reply) => {
        const { world } = request
        const before = entityIn(request)
        const row = world.write(() => change(world, before, request.body as z.output<Body>))
        return sendJson(reply, text(world)(row))
      },
    }),

    /** Answers what a call on the entity comes to, as JSON text; changes nothing. */
    call: <Body extends z.ZodType>(
      body: Body,
      response: z.ZodType,
      call: (world: World, row: Row, item: z.output<Body>) => string,
    ): OperationParts => ({
      schema: schemaWithin(owner, { params, body, response: { 200: response } }),
      handler: (request, reply) =>
        sendJson(reply, call(request.world, entityIn(request), request.body as z.output<Body>)),
    }),

    /** Deletes the entity, and answers 204. */
    remove: (remove: (world: World, row: Row) => void): OperationParts => ({
      schema: schemaWithin(owner, { params, response: { 204: NoContent } }),
      handler: (request, reply) => {
        const row = entityIn(request)
        request.world.write(() => remove(request.world, row))
        return sendNothing(reply)
      },
    }),
  }
}
