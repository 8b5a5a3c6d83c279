import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { AdGroupCreate } from './schema.ts'
import { createAdGroup } from './service.ts'

/** The seed section of ad groups. Each is in a campaign and may have a targeting template and promotions. */
export const adGroupSeed = seedSection({
  name: 'ad_groups',
  creation: AdGroupCreate,
  suppliedByAlias: ['campaign_id', 'targeting_template_ids', 'promotion_id', 'promotion_ids'],
  shape: {
    campaign: aliasOf('campaigns'),
    targeting_template: aliasOf('targeting_templates').optional(),
    promotion: aliasOf('promotions').optional(),
    promotions: z.array(aliasOf('promotions')).optional(),
  },
  pull: {
    lists: [
      { operation: 'ad_groups/list', query: { entity_statuses: 'ACTIVE,PAUSED,ARCHIVED,DRAFT', order: 'ASCENDING' } },
    ],
    fields: ({ targeting_template_ids, ...entity }) => ({
      ...entity,
      targeting_template_id: Array.isArray(targeting_template_ids) ? targeting_template_ids[0] : undefined,
    }),
    marks: ({ campaign_id }, { isMarked }) => (isMarked('campaigns', campaign_id, 'products') ? ['products'] : []),
  },
  create({ world, named, parsed, stored }, { campaign, targeting_template, promotion, promotions, ...item }) {
    const { id: campaign_id, account } = named('campaigns', campaign)
    const template =
      targeting_template === undefined
        ? {}
        : { targeting_template_ids: [named('targeting_templates', targeting_template).id] }
    const shown = {
      ...(promotion !== undefined && { promotion_id: named('promotions', promotion).id }),
      ...(promotions && { promotion_ids: promotions.map((alias) => named('promotions', alias).id) }),
    }
    const adGroup = parsed(AdGroupCreate, { ...item, ...template, ...shown, campaign_id })
    const { id } = stored(createAdGroup(world, account, adGroup))
    return { id, account }
  },
})
