import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sendJson } from '#server/http/responses/replies.ts'
import { controlRoute } from '../protocol/route.ts'
import { createEntity, editEntity, entityKindSummaries, removeEntity } from './edit-entity.ts'

const KindPath = z.object({ kind: z.string().meta({ description: 'As in the path of its list.', example: 'ads' }) })
const EntityPath = KindPath.extend({ id: z.string() })
const Change = z.looseObject({}).meta({
  id: 'EntityChange',
  description: 'What is to be changed; what `GET /__mock/entities` tells of the kind.',
  example: { review: 'REJECTED', rejected_reasons: ['LANDING_PAGE'] },
})
const Entity = z.looseObject({}).meta({ id: 'Entity', description: 'The entity as the API answers it.' })
const Kind = z
  .object({
    kind: z.string(),
    change: z.looseObject({}).meta({ description: 'What may be changed, as JSON Schema.' }),
    create: z.looseObject({}).nullable().meta({ description: 'What a new one takes, where the API makes none.' }),
  })
  .meta({ id: 'EntityKind' })

/** Adds the routes that put entities into states which the API does not lead to. */
export function entityRoutes(app: FastifyInstance): void {
  controlRoute(app, {
    method: 'GET',
    url: '/entities',
    tag: 'entities',
    summary: 'List what can be edited',
    description: 'Every kind of entity that can be put into another state, and what of it.',
    schema: { response: { 200: z.object({ items: z.array(Kind) }) } },
    handler: () => ({ items: entityKindSummaries() as z.input<typeof Kind>[] }),
  })

  controlRoute(app, {
    method: 'PATCH',
    url: '/entities/:kind/:id',
    tag: 'entities',
    summary: 'Put an entity into a state',
    description:
      'Past what the API allows: the outcome of a review, any status, features of an ad account, moments of the past.',
    schema: { params: EntityPath, body: Change, response: { 200: Entity } },
    handler: ({ world, params: { kind, id }, body }, reply) => sendJson(reply, editEntity(world, kind, id, body)),
  })

  controlRoute(app, {
    method: 'POST',
    url: '/entities/:kind',
    tag: 'entities',
    summary: 'Make an entity that the API does not make',
    description: 'Order lines. What else there is, the API makes, and so do seeds.',
    schema: { params: KindPath, body: z.looseObject({}), response: { 200: Entity } },
    handler: ({ world, params: { kind }, body }, reply) => sendJson(reply, createEntity(world, kind, body)),
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/entities/:kind/:id',
    tag: 'entities',
    summary: 'Delete an entity that the API does not delete',
    description: 'Order lines. Campaigns that named one name none then.',
    schema: { params: EntityPath, response: { 200: z.object({ deleted: z.string() }) } },
    handler: ({ world, params: { kind, id } }) => {
      removeEntity(world, kind, id)
      return { deleted: id }
    },
  })
}
