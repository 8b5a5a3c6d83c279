import { campaignCases as probeCases } from '#server/target/probe/cases/campaigns.ts'
import { awareness, changing, creating, orderLineIn } from '../fixtures/campaigns.ts'
import { testNow } from '../support/mock.ts'
import { complete } from './campaign-moments.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

const day = 86_400

/** Cases of the rules about any campaign's content but its budget. */
export const campaignCases: readonly RuleCase[] = [
  ...probed(probeCases),
  ...complete(
    'campaign.schedule.end-after-start',
    { ...awareness, start_time: testNow + day, end_time: testNow + day },
    { ...awareness, start_time: testNow + day, end_time: testNow + day + 1 },
  ),
  ...complete(
    'campaign.schedule.end-in-future',
    { ...awareness, start_time: testNow - day, end_time: testNow },
    { ...awareness, start_time: testNow - day, end_time: testNow + 1 },
  ),
  {
    rule: 'campaign.status.transition',
    moment: 'of an active campaign',
    refused: changing(awareness, { status: 'DRAFT' }),
    passes: changing(awareness, { status: 'PAUSED' }),
  },
  {
    rule: 'campaign.order-line.exists',
    moment: 'where there are order lines',
    refused: creating({ ...awareness, order_line_id: '549100000001' }),
    passes: (mock) => creating({ ...awareness, order_line_id: orderLineIn(mock) })(mock),
  },
  {
    rule: 'campaign.order-line.expired',
    refused: (mock) => creating({ ...awareness, order_line_id: orderLineIn(mock, { end_time: mock.now }) })(mock),
    passes: (mock) => creating({ ...awareness, order_line_id: orderLineIn(mock, { end_time: mock.now + 1 }) })(mock),
  },
  {
    rule: 'campaign.order-line.expired',
    moment: 'on change',
    refused: (mock) => changing(awareness, { order_line_id: orderLineIn(mock, { end_time: mock.now }) })(mock),
    passes: (mock) => changing(awareness, { order_line_id: orderLineIn(mock, { end_time: mock.now + 1 }) })(mock),
  },
]
