import { SeedFeatures, seedSection } from '../../seeds/section.ts'
import { createAdAccount, knownAdAccount } from './actions.ts'
import { storeFeatures } from './repository.ts'
import { AdAccountCreate } from './schema.ts'

/** Ad accounts of a seed, with the features that differ from every account's. */
export const adAccountSeed = seedSection({
  name: 'ad_accounts',
  creation: AdAccountCreate,
  shape: { features: SeedFeatures.optional() },
  create({ world, parsed }, { features, ...item }) {
    const { id } = createAdAccount(world, parsed(AdAccountCreate, item))
    if (features !== undefined) storeFeatures(world.db, id, features)
    return { id, account: knownAdAccount(world, id) }
  },
})
