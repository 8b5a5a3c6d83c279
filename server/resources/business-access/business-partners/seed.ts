import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { addPartner } from './service.ts'

/** The seed section of partners: businesses that a business may grant access to its assets. */
export const businessPartnerSeed = seedSection({
  name: 'business_partners',
  creation: z.object({}),
  shape: { business: aliasOf('users'), partner: aliasOf('users') },
  create({ world, idNamed }, { business, partner }) {
    const business_id = idNamed('users', business)
    const partner_id = idNamed('users', partner)
    const by = { created_by_id: business_id, created_by_business_id: business_id }
    return { id: addPartner(world, { business_id, partner_id, ...by }).id }
  },
})
