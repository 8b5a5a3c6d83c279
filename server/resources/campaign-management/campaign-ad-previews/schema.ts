import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { ItemException } from '#server/http/responses/replies.ts'
import { Id, LongId } from '#server/http/schema/fields.ts'
import { requiredListOf } from '#server/http/schema/query-fields.ts'
import { adGroupIdRange } from '../ad-groups/resource.ts'

const example = idOf(adGroupIdRange, 1)

/** One item in the request body of a creation. */
export const CampaignAdPreviewItem = z
  .object({ ad_group_id: Id })
  .meta({ id: 'CampaignAdPreviewItem', description: 'An ad group to preview.', example: { ad_group_id: example } })
export type CampaignAdPreviewItem = z.output<typeof CampaignAdPreviewItem>

/** The request body of a creation. */
export const CampaignAdPreviewCreate = z
  .array(CampaignAdPreviewItem)
  .min(1)
  .meta({ description: 'Ad groups to preview.', example: [{ ad_group_id: example }] })

const longNumber = (description: string) => z.number().meta({ description: `${description} A number, and no text.` })

/** A preview in a response. */
export const CampaignAdPreview = z
  .object({
    uuid: z.string(),
    url: z.string().meta({ description: "Preview URL in Pinterest's form. The URL leads nowhere." }),
    ad_account_id: Id,
    ad_group_id: Id,
    user_id: longNumber('User who created it.'),
    expires_at: z.int().meta({ description: 'Unix time in milliseconds, 30 days after the creation.' }),
    is_active: z.boolean(),
    pin_id: longNumber('Pin of the ad.').optional(),
    pin_promotion_id: longNumber('Ad ID.').optional(),
    promoted_product_group_id: longNumber('Product group promotion ID.').optional(),
  })
  .meta({ id: 'CampaignAdPreview', description: "A preview of an ad group's first ad." })

/** The response to a creation: bare entries in the request's order. */
export const CampaignAdPreviewReply = z
  .array(
    z.object({
      data: z.union([
        CampaignAdPreview,
        z
          .object({ ad_group_id: Id, exceptions: ItemException })
          .meta({ id: 'CampaignAdPreviewException', description: 'Ad group that was refused.' }),
      ]),
    }),
  )
  .meta({ description: 'A result for each ad group, in request order.' })

/** The response of a list: active previews alone. */
export const ActivePreviews = z.array(CampaignAdPreview).meta({ description: 'Active previews, ordered by creation.' })

/** The response to a deletion: bare entries in the order of the query. */
export const RemovedPreviews = z
  .array(z.object({ status: z.union([z.object({ statusCode: z.literal(204) }), ItemException]) }))
  .meta({ description: 'A result for each ad group, in the order of the query.' })

/** The query parameters that name ad groups. */
export const PreviewedAdGroups = z.object({
  ad_group_ids: requiredListOf(LongId, { min: 1, max: 250 }).meta({
    description: 'Ids of ad groups.',
    example: [example],
  }),
})
