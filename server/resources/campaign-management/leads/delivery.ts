import { z } from 'zod'
import { LongId, UnixTime } from '#server/http/schema/fields.ts'
import type { WebhookAnswer } from './webhook.ts'

/** What became of a lead at a webhook. BLOCKED: the server may not send to its host. */
export const deliveryStates = ['PENDING', 'DELIVERED', 'FAILED', 'BLOCKED'] as const

/** A lead's way to one webhook, as test control shows it. */
export const LeadDelivery = z
  .object({
    subscription_id: LongId,
    webhook_url: z.string(),
    state: z.enum(deliveryStates),
    next_attempt_time: UnixTime.nullable().meta({ description: "Time of the next attempt by the world's clock." }),
    attempts: z.array(
      z.object({
        time: UnixTime,
        status: z.int().nullable().meta({ description: 'HTTP status; null without a response.' }),
        error: z.string().nullable().meta({ description: 'Reason why there is no response.' }),
      }),
    ),
  })
  .meta({ id: 'LeadDelivery', description: 'Delivery of a lead to a webhook, with each attempt.' })
export type LeadDelivery = z.output<typeof LeadDelivery>

/** Seconds of the world's clock after which a failed attempt is repeated; there is one attempt more than that. */
const delays = [10, 60, 300, 1800]

/**
 * Returns a delivery after an attempt. Statuses 429 and 5xx and requests without a response are repeated, any other
 * status is not (LEADDOC).
 */
export function afterAttempt(before: LeadDelivery, time: number, answer: WebhookAnswer): LeadDelivery {
  const attempts = [...before.attempts, { time, ...answer }]
  const { status } = answer
  if (status !== null && status >= 200 && status < 300)
    return { ...before, attempts, state: 'DELIVERED', next_attempt_time: null }
  const delay = delays[before.attempts.length]
  const isRepeated = status === null || status === 429 || status >= 500
  if (!isRepeated || delay === undefined) return { ...before, attempts, state: 'FAILED', next_attempt_time: null }
  return { ...before, attempts, state: 'PENDING', next_attempt_time: time + delay }
}
