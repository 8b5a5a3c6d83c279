import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { LeadFormCreate } from './schema.ts'
import { createLeadForm } from './service.ts'

/** Lead forms of a seed, each of an ad account that has the feature. */
export const leadFormSeed = seedSection({
  name: 'lead_forms',
  creation: LeadFormCreate,
  shape: { ad_account: aliasOf('ad_accounts') },
  create({ world, named, parsed, stored }, { ad_account, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const { id } = stored(createLeadForm(world, account, parsed(LeadFormCreate, item)))
    return { id, account }
  },
})
