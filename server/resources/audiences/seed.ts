import { z } from 'zod'
import { Alias, seedSection } from '../../seeds/section.ts'
import { createAudience } from './actions.ts'
import { AudienceCreate } from './schema.ts'

/** Audiences of a seed, each of an ad account, with what their rule names by its alias. */
export const audienceSeed = seedSection({
  name: 'audiences',
  shape: {
    ad_account: Alias,
    customer_list: Alias.optional(),
    conversion_tag: Alias.optional(),
    seeds: z.array(Alias).optional(),
    rule: z.looseObject({}).default({}),
  },
  create(
    { world, named, idNamed, parsed },
    { ad_account, customer_list, conversion_tag, seeds, rule: given, ...item },
  ) {
    const { account } = named('ad_accounts', ad_account)
    const rule = {
      ...given,
      ...(customer_list !== undefined && { customer_list_id: idNamed('customer_lists', customer_list) }),
      ...(conversion_tag !== undefined && { visitor_source_id: idNamed('conversion_tags', conversion_tag) }),
      ...(seeds !== undefined && { seed_id: seeds.map((alias) => idNamed('audiences', alias)) }),
    }
    const { row } = createAudience(world, account, parsed(AudienceCreate, { ...item, rule }))
    return { id: row.id, account }
  },
})
