import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { CampaignReference, LongId, LongText } from '#server/http/schema/fields.ts'
import { AdGroupCreate, AdGroupUpdate } from '../ad-groups/schema.ts'
import { AdCreate, AdUpdate } from '../ads/schema.ts'
import { campaignIdRange } from '../campaigns/resource.ts'
import { CampaignCreate, CampaignUpdate } from '../campaigns/schema.ts'
import { KeywordsCreate } from '../keywords/schema.ts'
import { LabelsCreate } from '../labels/schema.ts'
import { ProductGroupPromotionsCreate, ProductGroupPromotionsUpdate } from '../product-group-promotions/schema.ts'
import { ScheduleCreate, ScheduleUpdate } from '../schedules/schema.ts'

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).nullish()

const CatalogProductGroup = z
  .looseObject({})
  .meta({ 'x-max-characters': 0, description: 'Refused: write product groups with the operations of catalogs.' })

const creations = {
  campaigns: listOf(CampaignCreate),
  ad_groups: listOf(AdGroupCreate),
  ads: listOf(AdCreate),
  product_groups: listOf(ProductGroupPromotionsCreate),
  keywords: listOf(KeywordsCreate),
  labels: listOf(z.object({ labels: LabelsCreate.shape.labels, parent_id: CampaignReference })),
  schedules: listOf(ScheduleCreate),
  catalog_product_groups: listOf(CatalogProductGroup),
}

const changes = {
  campaigns: listOf(CampaignUpdate),
  ad_groups: listOf(AdGroupUpdate),
  ads: listOf(AdUpdate),
  product_groups: listOf(ProductGroupPromotionsUpdate),
  keywords: listOf(z.object({ id: LongId, archived: z.boolean().nullish(), bid: z.int().nullish() })),
  labels: listOf(
    z.object({
      id: LongId,
      parent_id: CampaignReference.nullish().meta({ description: 'Campaign that the label is removed from.' }),
      status: z.enum(['ACTIVE', 'ARCHIVED']).nullish(),
      value: LongText.nullish(),
    }),
  ),
  schedules: listOf(ScheduleUpdate.extend({ schedule_id: LongId.nullish() })),
  catalog_product_groups: listOf(CatalogProductGroup),
}

/** The request body of an upsert. */
export const BulkUpsertCreate = z
  .object({
    create: z.object(creations).nullish().meta({ description: 'Entities to create.' }),
    update: z.object(changes).nullish().meta({ description: 'Entities to change.' }),
  })
  .meta({
    id: 'BulkUpsertRequest',
    description: 'Request to create and change entities. C1 and AG1 refer to the first new campaign and ad group.',
    example: { update: { campaigns: [{ id: idOf(campaignIdRange, 1), name: 'Brand awareness, again' }] } },
  })
export type BulkUpsertCreate = z.output<typeof BulkUpsertCreate>
