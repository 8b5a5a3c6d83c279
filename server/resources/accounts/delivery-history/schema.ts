import { z } from 'zod'
import { billableEvents, deprecatedObjectives, objectives } from '#server/domain/ads/objectives.ts'
import { entityStatuses } from '#server/domain/ads/status.ts'

const Amount = z.number().min(0).nullish()
const Moment = z.int().nullish()

const isListText = (text: string): boolean => {
  try {
    return Array.isArray(JSON.parse(text))
  } catch {
    return false
  }
}

/** The fields that decided the delivery of an entity, as an imported state may have them. */
export const StoredPast = z.looseObject({
  status: z.enum(entityStatuses).optional(),
  billing_disabled: z.boolean().optional(),
  start_time: Moment,
  end_time: Moment,
  submitted_at: Moment,
  objective_type: z.enum([...objectives, ...deprecatedObjectives]).optional(),
  billable_event: z.enum(billableEvents).optional(),
  daily_spend_cap: Amount,
  lifetime_spend_cap: Amount,
  budget_in_micro_currency: Amount,
  bid_in_micro_currency: Amount,
  targeting_spec: z.record(z.string(), z.unknown()).optional(),
  rejected_reasons: z.string().refine(isListText, 'is no list as JSON text').optional(),
})
