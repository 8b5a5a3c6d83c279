import { type ChangeRule, isNew } from '#server/domain/rules/change.ts'
import { both, type CampaignFacts } from './facts.ts'

/** Tells whether a change sets another order line: sending the stored one again does not. */
const changesOrderLine = (facts: CampaignFacts): boolean =>
  facts.after.order_line_id !== null && (isNew(facts) || facts.before?.order_line_id !== facts.after.order_line_id)

/** Rules about the order line that a campaign is billed to. */
export const orderLineRules: readonly ChangeRule<CampaignFacts>[] = [
  {
    id: 'campaign.order-line.exists',
    operations: both,
    fields: ['order_line_id'],
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 2,
    message: 'Order line not found: order_line_id must be of an order line of the ad account.',
    sent: ({ after }) => after.order_line_id,
    violated: (facts) => changesOrderLine(facts) && facts.orderLine() === undefined,
  },
  {
    id: 'campaign.order-line.expired',
    operations: both,
    fields: ['order_line_id'],
    evidence: 'documented',
    source: 'S528 Campaign; the code is assumed',
    code: 1,
    message: 'order_line_id must be of an order line whose end_time is after now.',
    sent: ({ orderLine, now }) => ({ end_time: orderLine()?.end_time, now }),
    violated: (facts) => {
      const end = changesOrderLine(facts) ? facts.orderLine()?.end_time : undefined
      return end !== undefined && end !== null && end <= facts.now
    },
  },
]
