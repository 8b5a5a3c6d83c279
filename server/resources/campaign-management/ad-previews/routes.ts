import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { processFeedsOfPins } from '#server/resources/content/pins/feeds-of-pins.ts'
import { AdPreview, AdPreviewCreate } from './schema.ts'
import { createAdPreview } from './service.ts'

/** Adds the operation on previews of ads. */
export function adPreviewRoutes(app: Operations): void {
  app.operation('ad_previews/create', {
    summary: 'Create an ad preview',
    description:
      'Returns a URL for previewing an ad of a Pin, an image or products. On Pinterest it works for seven days; here the URL leads nowhere.',
    schema: { params: AdAccountPath, body: AdPreviewCreate, response: { 200: AdPreview } },
    handler: async (request, reply) => {
      await processFeedsOfPins(request, 'pin_id' in request.body ? [request.body.pin_id] : [])
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      return sendJson(reply, JSON.stringify({ url: createAdPreview(world, account, body) }))
    },
  })
}
