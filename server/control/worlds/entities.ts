import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sendJson } from '#server/http/responses/replies.ts'
import { controlRoute } from '../protocol/route.ts'
import { createEntity, editEntity, entityKindSummaries, removeEntity } from './edit-entity.ts'

const KindPath = z.object({
  kind: z
    .string()
    .meta({ description: "Kind, as in the path of the API's list: `campaigns`, for example.", example: 'ads' }),
})
const EntityPath = KindPath.extend({ id: z.string() })
const Change = z.looseObject({}).meta({
  id: 'EntityChange',
  description: 'Fields to change. `GET /__mock/entities` lists the fields of each kind.',
  example: { review: 'REJECTED', rejected_reasons: ['LANDING_PAGE'] },
})
const Entity = z.looseObject({}).meta({ id: 'Entity', description: 'The entity as the API returns it.' })
const Kind = z
  .object({
    kind: z.string(),
    change: z.looseObject({}).meta({ description: 'Editable fields, as JSON Schema.' }),
    create: z
      .looseObject({})
      .nullable()
      .meta({ description: 'Fields of a new entity, as JSON Schema. Present for kinds that the API does not create.' }),
  })
  .meta({ id: 'EntityKind' })

/** Adds the routes that put entities into states which the API does not lead to. */
export function entityRoutes(app: FastifyInstance): void {
  controlRoute(app, {
    method: 'GET',
    url: '/entities',
    tag: 'entities',
    summary: 'List editable kinds',
    description: 'Returns the kinds of entities that accept direct edits, with the editable fields.',
    schema: { response: { 200: z.object({ items: z.array(Kind) }) } },
    handler: () => ({ items: entityKindSummaries() as z.input<typeof Kind>[] }),
  })

  controlRoute(app, {
    method: 'PATCH',
    url: '/entities/:kind/:id',
    tag: 'entities',
    changesData: true,
    summary: 'Edit an entity',
    description:
      'Changes fields that the API does not change: the outcome of a review, any status, features of an ad account, times in the past.',
    schema: { params: EntityPath, body: Change, response: { 200: Entity } },
    handler: ({ world, params: { kind, id }, body }, reply) => sendJson(reply, editEntity(world, kind, id, body)),
  })

  controlRoute(app, {
    method: 'POST',
    url: '/entities/:kind',
    tag: 'entities',
    changesData: true,
    summary: 'Create an entity that the API does not create',
    description: 'Creates an order line. The API and seeds create all other kinds.',
    schema: { params: KindPath, body: z.looseObject({}), response: { 200: Entity } },
    handler: ({ world, params: { kind }, body }, reply) => sendJson(reply, createEntity(world, kind, body)),
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/entities/:kind/:id',
    tag: 'entities',
    changesData: true,
    summary: 'Delete an entity that the API does not delete',
    description: 'Deletes an order line and removes it from its campaigns.',
    schema: { params: EntityPath, response: { 200: z.object({ deleted: z.string() }) } },
    handler: ({ world, params: { kind, id } }) => {
      removeEntity(world, kind, id)
      return { deleted: id }
    },
  })
}
