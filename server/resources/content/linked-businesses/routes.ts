import { z } from 'zod'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { profiled } from '#server/resources/accounts/users/service.ts'
import { listLinkedBusinesses } from './repository.ts'

/** A linked business account in a response. */
const LinkedBusiness = z
  .object({
    username: z.string(),
    image_small_url: z.string(),
    image_medium_url: z.string(),
    image_large_url: z.string(),
    image_xlarge_url: z.string(),
  })
  .meta({ id: 'LinkedBusiness', description: 'A business account that is linked to a user.' })

const LinkedBusinessList = z
  .array(LinkedBusiness)
  .meta({ id: 'LinkedBusinessList', description: "All business accounts that are linked to the user's." })

/** Adds the operation on linked business accounts. */
export function linkedBusinessRoutes(app: Operations): void {
  app.operation('linked_business_accounts/get', {
    summary: 'List linked businesses',
    description: 'Returns all business accounts that are linked to the calling user, without pagination.',
    schema: { response: { 200: LinkedBusinessList } },
    handler: ({ world, caller }, reply) => {
      const businesses = listLinkedBusinesses(world.db, caller.userId).map((row): z.output<typeof LinkedBusiness> => {
        const { username, profile_image } = profiled(row)
        return {
          username,
          image_small_url: profile_image,
          image_medium_url: profile_image,
          image_large_url: profile_image,
          image_xlarge_url: profile_image,
        }
      })
      return sendJson(reply, JSON.stringify(businesses))
    },
  })
}
