import { z } from 'zod'
import { aliasOf, type SeedContext, seedSection } from '#server/contracts/seed-section.ts'
import { rejectionReasons } from '#server/domain/ads/review.ts'
import { AdCreate } from './schema.ts'
import { createAd } from './service.ts'

/**
 * The seed section of ads, each of a Pin, or of the product Pin of an item, in an ad group. The review of an ad with
 * `rejected_reasons` ends in a rejection.
 */
export const adSeed = seedSection({
  name: 'ads',
  creation: AdCreate,
  suppliedByAlias: ['ad_group_id', 'pin_id', 'lead_form_id'],
  shape: {
    ad_group: aliasOf('ad_groups'),
    pin: aliasOf('pins').optional(),
    item: aliasOf('items')
      .optional()
      .meta({ description: 'Alias or id of the item whose product Pin the ad shows, in place of pin.' }),
    lead_form: aliasOf('lead_forms').optional(),
    rejected_reasons: z.array(z.enum(rejectionReasons)).optional(),
  },
  pull: {
    lists: [{ operation: 'ads/list', query: { entity_statuses: 'ACTIVE,PAUSED,ARCHIVED,DRAFT', order: 'ASCENDING' } }],
    fields: (ad) => (typeof ad.pin_id === 'string' ? ad : undefined),
  },
  create(context, { ad_group, pin, item, lead_form, rejected_reasons, ...fields }) {
    const { world, named, idNamed, parsed, stored } = context
    const { id: ad_group_id, account } = named('ad_groups', ad_group)
    const form = lead_form === undefined ? {} : { lead_form_id: idNamed('lead_forms', lead_form) }
    const ad = parsed(AdCreate, { ...fields, ...form, ad_group_id, pin_id: pinIdOf(context, { pin, item }) })
    const { id } = stored(createAd(world, account, ad, rejected_reasons))
    return { id, account }
  },
})

interface ShownPin {
  readonly pin: string | undefined
  readonly item: string | undefined
}

function pinIdOf({ idNamed, refuse }: SeedContext, { pin, item }: ShownPin): string {
  if (pin !== undefined && item === undefined) return idNamed('pins', pin)
  if (item !== undefined && pin === undefined) return idNamed('items', item)
  return refuse('An ad has either a pin or an item')
}
