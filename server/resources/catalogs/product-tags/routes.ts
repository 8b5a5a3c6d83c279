import type { z } from 'zod'
import { NoContent, nameRules, ofItem, sendJson, sendNothing } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { processFeedsOfPins } from '#server/resources/content/pins/feeds-of-pins.ts'
import { PinPath } from '#server/resources/content/pins/schema.ts'
import { ProductTags, ProductTagsChange, ProductTagsError } from './schema.ts'
import { refusedTagsText, tagsText } from './serialize.ts'
import { addTags, productTagsOf, removeTags } from './service.ts'

/** Adds the operations on product tags. */
export function productTagRoutes(app: Operations): void {
  app.operation('product_tags/list', {
    summary: 'List product tags',
    description: "Returns all product tags of one of the calling user's Pins.",
    schema: { params: PinPath, response: { 200: ProductTags } },
    handler: async (request, reply) => {
      await processFeedsOfPins(request, [request.params.pin_id])
      const { params, world, caller } = request
      return sendJson(reply, tagsText(productTagsOf(world, caller.userId, params.pin_id)))
    },
  })

  app.operation('product_tags/bulk_add', {
    summary: 'Add product tags',
    description: 'Tags a Pin with up to 24 products. Tags that exist stay; one product that is refused refuses all.',
    schema: {
      params: PinPath,
      body: ProductTagsChange,
      response: { 200: ProductTags, 400: ProductTagsError },
    },
    handler: async (request, reply) => {
      await processFeedsOfPins(request, pinIdsOf(request))
      const { params, body, world, caller } = request
      const refused = world.write(() => addTags(world, caller.userId, params.pin_id, body))
      if (refused.length === 0) return sendJson(reply, tagsText(productTagsOf(world, caller.userId, params.pin_id)))
      nameRules(
        reply,
        refused.flatMap(({ violation }, index) => ofItem([violation], index)),
      )
      return sendJson(reply.code(400), refusedTagsText(refused))
    },
  })

  app.operation('product_tags/bulk_delete', {
    summary: 'Delete product tags',
    description: 'Removes up to 24 products from the tags of a Pin. Those that are no tags are passed over.',
    schema: { params: PinPath, body: ProductTagsChange, response: { 204: NoContent } },
    handler: async (request, reply) => {
      await processFeedsOfPins(request, pinIdsOf(request))
      const { params, body, world, caller } = request
      world.write(() => removeTags(world, caller.userId, params.pin_id, body))
      return sendNothing(reply)
    },
  })
}

/** Returns the ids of the Pin and the products of a change. */
const pinIdsOf = ({
  params,
  body,
}: {
  readonly params: z.output<typeof PinPath>
  readonly body: ProductTagsChange
}) => [params.pin_id, ...body.product_tags.map(({ pin_id }) => pin_id)]
