import { Alias, seedSection } from '../../seeds/section.ts'
import { createCampaign } from './actions.ts'
import { CampaignCreate } from './schema.ts'

/** Campaigns of a seed, each of an ad account. */
export const campaignSeed = seedSection({
  name: 'campaigns',
  shape: { ad_account: Alias },
  create({ world, named, parsed, stored }, { ad_account, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const { id } = stored(createCampaign(world, account, parsed(CampaignCreate, item)))
    return { id, account }
  },
})
