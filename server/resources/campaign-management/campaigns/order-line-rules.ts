import { type ChangeRule, isNew } from '#server/domain/rules/change.ts'
import { both, type CampaignFacts } from './facts.ts'

/** Returns whether the change is about the order line: sending the stored one again is not. */
const isGiven = (facts: CampaignFacts): boolean =>
  facts.after.order_line_id !== null && (isNew(facts) || facts.before?.order_line_id !== facts.after.order_line_id)

/** Which order lines a campaign may be billed to. */
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
    violated: (facts) => isGiven(facts) && facts.orderLine() === undefined,
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
      const end = isGiven(facts) ? facts.orderLine()?.end_time : undefined
      return end !== undefined && end !== null && end <= facts.now
    },
  },
]
