import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { AdGroupCreate } from './schema.ts'
import { createAdGroup } from './service.ts'

/** Ad groups of a seed, each in a campaign, and with a targeting template where it names one. */
export const adGroupSeed = seedSection({
  name: 'ad_groups',
  creation: AdGroupCreate,
  suppliedByAlias: ['campaign_id', 'targeting_template_ids'],
  shape: { campaign: aliasOf('campaigns'), targeting_template: aliasOf('targeting_templates').optional() },
  create({ world, named, parsed, stored }, { campaign, targeting_template, ...item }) {
    const { id: campaign_id, account } = named('campaigns', campaign)
    const template =
      targeting_template === undefined
        ? {}
        : { targeting_template_ids: [named('targeting_templates', targeting_template).id] }
    const { id } = stored(createAdGroup(world, account, parsed(AdGroupCreate, { ...item, ...template, campaign_id })))
    return { id, account }
  },
})
