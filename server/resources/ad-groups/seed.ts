import { Alias, seedSection } from '../../seeds/section.ts'
import { createAdGroup } from './actions.ts'
import { AdGroupCreate } from './schema.ts'

/** Ad groups of a seed, each in a campaign. */
export const adGroupSeed = seedSection({
  name: 'ad_groups',
  shape: { campaign: Alias },
  create({ world, named, parsed, stored }, { campaign, ...item }) {
    const { id: campaign_id, account } = named('campaigns', campaign)
    const { id } = stored(createAdGroup(world, account, parsed(AdGroupCreate, { ...item, campaign_id })))
    return { id, account }
  },
})
