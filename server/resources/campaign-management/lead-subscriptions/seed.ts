import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import { LeadSubscriptionCreate } from './schema.ts'
import { createLeadSubscription } from './service.ts'

/** The seed section of subscriptions to leads, each of an ad account, and of a lead form or of all. */
export const leadSubscriptionSeed = seedSection({
  name: 'lead_subscriptions',
  creation: LeadSubscriptionCreate,
  suppliedByAlias: ['lead_form_id'],
  shape: { ad_account: aliasOf('ad_accounts'), lead_form: aliasOf('lead_forms').optional() },
  pull: { lists: [{ operation: 'ad_accounts_subscriptions/get_list' }] },
  create({ world, named, idNamed, parsed }, { ad_account, lead_form, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const lead_form_id = lead_form === undefined ? undefined : idNamed('lead_forms', lead_form)
    const creation = parsed(LeadSubscriptionCreate, { ...item, ...(lead_form_id && { lead_form_id }) })
    const { id } = createLeadSubscription(world, account, creation, defaultUser.id)
    return { id, account }
  },
})
