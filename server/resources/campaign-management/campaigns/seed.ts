import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { CampaignCreate } from './schema.ts'
import { createCampaign } from './service.ts'

/** The seed section of campaigns. Each is of an ad account and may be billed to an order line. */
export const campaignSeed = seedSection({
  name: 'campaigns',
  creation: CampaignCreate,
  suppliedByAlias: ['order_line_id'],
  shape: { ad_account: aliasOf('ad_accounts'), order_line: aliasOf('order_lines').optional() },
  create({ world, named, parsed, stored }, { ad_account, order_line, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const orderLine = order_line === undefined ? {} : { order_line_id: named('order_lines', order_line).id }
    const { id } = stored(createCampaign(world, account, parsed(CampaignCreate, { ...item, ...orderLine })))
    return { id, account }
  },
})
