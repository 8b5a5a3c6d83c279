import { fieldEdits } from '#server/contracts/field-edits.ts'
import { EntityStatus, UnixTime } from '#server/http/schema/fields.ts'
import { promotionTable } from './repository.ts'
import { promotionTexts } from './serialize.ts'

/** Direct edits of promotions: the status, which the API only reads since version 5.28, and the dates. */
export const promotionKind = fieldEdits('promotions', promotionTable, {
  fields: { status: EntityStatus, start_time: UnixTime, end_time: UnixTime },
  text: promotionTexts,
})
