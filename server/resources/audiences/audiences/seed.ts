import { z } from 'zod'
import type { PulledEntity } from '#server/contracts/pull.ts'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { AudienceRule } from './rule-schema.ts'
import { AudienceCreate } from './schema.ts'
import { createAudience } from './service.ts'

/** The seed section of audiences. Each is of an ad account and refers by alias to the entities in its rule. */
export const audienceSeed = seedSection({
  name: 'audiences',
  creation: AudienceCreate,
  suppliedByAlias: ['ad_account_id'],
  shape: {
    ad_account: aliasOf('ad_accounts'),
    customer_list: aliasOf('customer_lists').optional(),
    conversion_tag: aliasOf('conversion_tags').optional(),
    seeds: z.array(aliasOf('audiences')).optional(),
    rule: AudienceRule.partial().default({}),
  },
  pull: {
    lists: [{ operation: 'audiences/list', query: { order: 'ASCENDING' } }],
    fields: withReferences,
    isEmbedded: true,
  },
  create(
    { world, named, idNamed, parsed },
    { ad_account, customer_list, conversion_tag, seeds, rule: sentRule, ...item },
  ) {
    const { account } = named('ad_accounts', ad_account)
    const rule = {
      ...sentRule,
      ...(customer_list !== undefined && { customer_list_id: idNamed('customer_lists', customer_list) }),
      ...(conversion_tag !== undefined && { visitor_source_id: idNamed('conversion_tags', conversion_tag) }),
      ...(seeds !== undefined && { seed_id: seeds.map((alias) => idNamed('audiences', alias)) }),
    }
    const { row } = createAudience(world, account, parsed(AudienceCreate, { ...item, rule }))
    return { id: row.id, account }
  },
})

/** Returns the audience with the ids of its rule beside it, where an item has their aliases. */
function withReferences({ rule, ...audience }: PulledEntity): PulledEntity {
  const { customer_list_id, visitor_source_id, seed_id, ...others } = (rule ?? {}) as Record<string, unknown>
  return { ...audience, rule: others, customer_list_id, conversion_tag_id: visitor_source_id, seed_ids: seed_id }
}
