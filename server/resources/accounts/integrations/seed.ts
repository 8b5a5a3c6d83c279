import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '../users/seed.ts'
import { IntegrationCreate } from './schema.ts'
import { connectBusiness } from './service.ts'

/** The seed section of integrations, each of a user, and connected to an ad account by its alias. */
export const integrationSeed = seedSection({
  name: 'integrations',
  creation: IntegrationCreate,
  suppliedByAlias: ['connected_advertiser_id'],
  shape: { ad_account: aliasOf('ad_accounts').optional(), ...seedOwner },
  pull: {
    lists: [{ operation: 'integrations/get_list' }],
    fields: (entity) => ({ ...entity, ad_account_id: entity.connected_advertiser_id }),
  },
  create(context, { ad_account, owner, ...item }) {
    const { world, idNamed, parsed } = context
    const connected = ad_account !== undefined && { connected_advertiser_id: idNamed('ad_accounts', ad_account) }
    const body = parsed(IntegrationCreate, { ...item, ...connected })
    return { id: connectBusiness(world, { id: ownerIdOf(context, owner) }, body).id }
  },
})
