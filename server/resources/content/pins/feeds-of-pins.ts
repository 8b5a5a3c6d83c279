import type { FastifyRequest } from 'fastify'
import { sequenceIn } from '#server/domain/ids.ts'
import { findItemBySequence } from '#server/resources/catalogs/items/repository.ts'
import { productPinIdRange } from '#server/resources/catalogs/items/resource.ts'

/**
 * Brings the feeds of the owners of product Pins up to the time, as calls on catalogs do: an item that is no longer in a
 * feed, or has changed, is so for its Pin as well. Ids of other Pins cost nothing.
 */
export async function processFeedsOfPins(
  request: FastifyRequest,
  pinIds: readonly (string | undefined)[],
): Promise<void> {
  const { world, server } = request
  const owners = new Set(
    pinIds.flatMap((id = '') => {
      const sequence = sequenceIn(productPinIdRange, id)
      return sequence === undefined ? [] : (findItemBySequence(world.readable, sequence)?.owner_id ?? [])
    }),
  )
  for (const ownerId of owners) await server.processDueFeeds(request.world, ownerId)
}
