import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { CampaignCreate } from './schema.ts'
import { createCampaign } from './service.ts'

/** The seed section of campaigns. Each is of an ad account and may be billed to an order line. */
export const campaignSeed = seedSection({
  name: 'campaigns',
  creation: CampaignCreate,
  suppliedByAlias: ['order_line_id'],
  shape: { ad_account: aliasOf('ad_accounts'), order_line: aliasOf('order_lines').optional() },
  pull: {
    lists: [
      { operation: 'campaigns/list', query: { entity_statuses: 'ACTIVE,PAUSED,ARCHIVED,DRAFT', order: 'ASCENDING' } },
    ],
    fields: ({ daily_spend_cap, lifetime_spend_cap, ...entity }) => ({
      ...entity,
      // 0 stands for none, which no creation takes.
      ...(daily_spend_cap !== 0 && { daily_spend_cap }),
      ...(lifetime_spend_cap !== 0 && { lifetime_spend_cap }),
    }),
    marks: ({ objective_type }) => (sellsProducts.includes(String(objective_type)) ? ['products'] : []),
  },
  create({ world, named, parsed, stored }, { ad_account, order_line, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const orderLine = order_line === undefined ? {} : { order_line_id: named('order_lines', order_line).id }
    const { id } = stored(createCampaign(world, account, parsed(CampaignCreate, { ...item, ...orderLine })))
    return { id, account }
  },
})

/** The objectives of campaigns that promote product groups. */
const sellsProducts = ['CATALOG_SALES', 'SALES']
