import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { CustomerSegmentCreate } from './schema.ts'
import { createCustomerSegment } from './service.ts'

/** The seed section of customer segments, each of audiences by their aliases. */
export const customerSegmentSeed = seedSection({
  name: 'customer_segments',
  creation: CustomerSegmentCreate,
  suppliedByAlias: ['audience_ids'],
  shape: { ad_account: aliasOf('ad_accounts'), audiences: z.array(aliasOf('audiences')) },
  pull: { lists: [{ operation: 'customer_segment/list', query: { order: 'ASCENDING' } }] },
  create({ world, named, idNamed, parsed }, { ad_account, audiences, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const audience_ids = audiences.map((alias) => idNamed('audiences', alias))
    const { id } = createCustomerSegment(world, account, parsed(CustomerSegmentCreate, { ...item, audience_ids }))
    return { id, account }
  },
})
