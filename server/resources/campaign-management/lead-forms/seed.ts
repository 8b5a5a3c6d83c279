import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { LeadFormCreate } from './schema.ts'
import { createLeadForm } from './service.ts'

/** The seed section of lead forms, each of an ad account with the feature `lead_forms`. */
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
