import { AdGroup } from '../ad-groups/schema.ts'
import { Ad } from '../ads/schema.ts'
import { Campaign } from '../campaigns/schema.ts'
import { Keyword } from '../keywords/schema.ts'
import { Label } from '../labels/schema.ts'
import { ProductGroupPromotion } from '../product-group-promotions/schema.ts'
import { Schedule } from '../schedules/schema.ts'
import type { BulkEntityType } from './entity-types.ts'

const historyFields = ['entity_id', 'entity_name', 'operation', 'change_timestamp', 'user_id', 'data_changes']

const fields: Readonly<Record<BulkEntityType, readonly string[]>> = {
  CAMPAIGN: Object.keys(Campaign.shape),
  AD_GROUP: Object.keys(AdGroup.shape),
  PRODUCT_GROUP: Object.keys(ProductGroupPromotion.shape),
  AD: Object.keys(Ad.shape),
  KEYWORD: Object.keys(Keyword.shape),
  LABEL: [...Object.keys(Label.shape), 'campaign_ids'],
  SCHEDULE: Object.keys(Schedule.shape),
  ENTITY_HISTORY: historyFields,
}

/** Returns the columns of a CSV file: every field of the types, each once. */
export const columnsOf = (types: readonly BulkEntityType[]): readonly string[] => [
  ...new Set(types.flatMap((type) => fields[type])),
]
