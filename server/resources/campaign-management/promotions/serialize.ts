import type { Texts } from '#server/collections/collection.ts'
import { withKeyBefore } from '#server/http/responses/json-text.ts'
import type { PromotionRow } from './repository.ts'
import type { Promotion } from './schema.ts'

/** Makes promotions JSON text, with their `discount_status` at the world's time. */
export const promotionTexts: Texts<PromotionRow> = ({ clock }) => {
  const now = clock.seconds()
  return (row) => withKeyBefore(row.json, 'promotion_custom_id', `"discount_status":"${discountStatus(row, now)}"`)
}

function discountStatus({ start_time, end_time }: PromotionRow, now: number): Promotion['discount_status'] {
  if (end_time !== null && end_time <= now) return 'EXPIRED'
  return start_time !== null && start_time > now ? 'SCHEDULED' : 'ACTIVE'
}
