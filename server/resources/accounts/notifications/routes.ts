import { z } from 'zod'
import { sendJson } from '#server/http/responses/replies.ts'
import { boundedJson } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { notificationRules } from './rules.ts'

const Notification = boundedJson(z.looseObject({}))

/** The request body: one notification of any form, or up to 100. */
const Notifications = z.union([z.array(Notification).min(1).max(100), Notification]).meta({
  id: 'NotificationRequest',
  description: 'One notification, or up to 100. Its fields are agreed upon with the partner.',
  example: { event: 'store_connected', store: 'shop.example.com' },
})

const NotificationReply = z
  .object({
    success: z.boolean(),
    received_at: z.int().meta({ description: 'Time in Unix seconds.' }),
    error_msg: z.string().optional(),
  })
  .meta({ id: 'NotificationResponse', description: 'Receipt of notifications.' })

/** Adds the operation on notifications of partners. */
export function notificationRoutes(app: Operations): void {
  app.operation('notification/post', {
    summary: 'Send notifications',
    description: 'Takes notifications. They are in the journal with the request; no operation returns them.',
    schema: { body: Notifications, response: { 200: NotificationReply } },
    handler: ({ body, world }, reply) => {
      world.rules.assert(notificationRules, { notifications: Array.isArray(body) ? body : [body] })
      return sendJson(reply, JSON.stringify({ success: true, received_at: world.clock.seconds() }))
    },
  })
}
