import { withKeyBefore } from '#server/http/responses/json-text.ts'
import type { PromotionRow } from './repository.ts'
import type { DiscountStatus } from './schema.ts'

/** Returns the promotion as JSON text, with its `discount_status` at that time (Unix seconds). */
export const promotionText = (row: PromotionRow, now: number): string =>
  withKeyBefore(row.json, 'promotion_custom_id', `"discount_status":"${discountStatus(row, now)}"`)

function discountStatus({ start_time, end_time }: PromotionRow, now: number): DiscountStatus {
  if (end_time !== null && end_time <= now) return 'EXPIRED'
  return start_time !== null && start_time > now ? 'SCHEDULED' : 'ACTIVE'
}
