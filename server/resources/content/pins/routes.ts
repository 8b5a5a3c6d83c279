import { z } from 'zod'
import { NoContent, sendJson, sendNothing } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { ActorQuery } from '../boards/schema.ts'
import { processFeedsOfPins } from './feeds-of-pins.ts'
import { pinListRoutes } from './list-routes.ts'
import { requirePin } from './pin-access.ts'
import { Pin, PinCreate, PinPath, PinSave, PinUpdate, pinQuery, SavedPinPath } from './schema.ts'
import { pinText } from './serialize.ts'
import { changePin, createPin, deletePin, savePin } from './service.ts'

const PinQuery = z.object(pinQuery)

/** Adds the operations on Pins. */
export function pinRoutes(app: Operations): void {
  pinListRoutes(app)

  app.operation('pins/create', {
    summary: 'Create a Pin',
    description:
      "Creates a Pin from an image, several images or a video. Without board_id it belongs to the user's profile.",
    schema: { querystring: ActorQuery, body: PinCreate, response: { 200: Pin } },
    handler: async (request, reply) => {
      await processFeedsOfPins(request, [request.body.parent_pin_id ?? undefined])
      const { body, world } = request
      const ownerId = actorOf(request)
      const row = world.write(() => createPin(world, body, { ownerId }))
      return sendJson(reply, pinText(row))
    },
  })

  app.operation('pins/get', {
    summary: 'Get a Pin',
    description: 'Returns one Pin of the user, whatever its privacy.',
    schema: { params: PinPath, querystring: PinQuery, response: { 200: Pin } },
    handler: async (request, reply) => {
      await processFeedsOfPins(request, [request.params.pin_id])
      const { params, query, world } = request
      const ownerId = actorOf(request)
      return sendJson(reply, pinText(requirePin(world, ownerId, params.pin_id), query.pin_metrics))
    },
  })

  app.operation('pins/update', {
    summary: 'Update a Pin',
    description: 'Changes the fields that are sent. Moving a Pin to another board removes it from its section.',
    schema: { params: PinPath, querystring: ActorQuery, body: PinUpdate, response: { 200: Pin } },
    handler: async (request, reply) => {
      await processFeedsOfPins(request, [request.params.pin_id])
      const { params, body, world } = request
      const ownerId = actorOf(request)
      const row = world.write(() => changePin(world, ownerId, params.pin_id, body))
      return sendJson(reply, pinText(row))
    },
  })

  app.operation('pins/delete', {
    summary: 'Delete a Pin',
    description: 'Deletes a Pin permanently. Copies saved from it remain.',
    schema: { params: PinPath, querystring: ActorQuery, response: { 204: NoContent } },
    handler: async (request, reply) => {
      await processFeedsOfPins(request, [request.params.pin_id])
      const { params, world } = request
      const ownerId = actorOf(request)
      world.write(() => deletePin(world, ownerId, params.pin_id))
      return sendNothing(reply)
    },
  })

  app.operation('pins/save', {
    summary: 'Save a Pin',
    description: "Creates a copy of the Pin on a board, or on the user's profile without board_id.",
    schema: { params: SavedPinPath, querystring: ActorQuery, body: PinSave, response: { 200: Pin } },
    handler: async (request, reply) => {
      await processFeedsOfPins(request, [request.params.pin_id])
      const { params, body, world } = request
      const ownerId = actorOf(request)
      const row = world.write(() => savePin(world, ownerId, params.pin_id, body))
      return sendJson(reply, pinText(row))
    },
  })
}
