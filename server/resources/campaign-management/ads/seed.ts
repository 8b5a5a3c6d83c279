import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { rejectionReasons } from '#server/domain/ads/review.ts'
import { AdCreate } from './schema.ts'
import { createAd } from './service.ts'

/**
 * The seed section of ads, each of a Pin in an ad group. The review of an ad with `rejected_reasons` ends in a
 * rejection.
 */
export const adSeed = seedSection({
  name: 'ads',
  creation: AdCreate,
  suppliedByAlias: ['ad_group_id', 'pin_id', 'lead_form_id'],
  shape: {
    ad_group: aliasOf('ad_groups'),
    pin: aliasOf('pins'),
    lead_form: aliasOf('lead_forms').optional(),
    rejected_reasons: z.array(z.enum(rejectionReasons)).optional(),
  },
  pull: {
    lists: [{ operation: 'ads/list', query: { entity_statuses: 'ACTIVE,PAUSED,ARCHIVED,DRAFT', order: 'ASCENDING' } }],
  },
  create({ world, named, idNamed, parsed, stored }, { ad_group, pin, lead_form, rejected_reasons, ...item }) {
    const { id: ad_group_id, account } = named('ad_groups', ad_group)
    const form = lead_form === undefined ? {} : { lead_form_id: idNamed('lead_forms', lead_form) }
    const ad = parsed(AdCreate, { ...item, ...form, ad_group_id, pin_id: idNamed('pins', pin) })
    const { id } = stored(createAd(world, account, ad, rejected_reasons))
    return { id, account }
  },
})
