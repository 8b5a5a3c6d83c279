import { isMultiplier, multipliersAfter } from '#server/domain/ads/scheduled-change.ts'
import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import { isAmount } from './entity.ts'
import { both, isOfBudget, isPlanned, type ScheduleFacts } from './facts.ts'

const ofMultipliers = ({ after }: ScheduleFacts): boolean => after.schedule_type === 'CAMPAIGN_BID_MULTIPLIERS'

/** Returns the multipliers that a schedule leads to and that are none. */
function excessive({ after, entity }: ScheduleFacts): Readonly<Record<string, number>> {
  const { schedule_action, delta_value } = after
  if (schedule_action === null || delta_value === null) return {}
  const results = multipliersAfter(entity.bidOptions, { schedule_action, delta_value })
  const beyond = results.filter(({ result }) => !isMultiplier(result))
  return Object.fromEntries(beyond.map(({ part, name, result }) => [`${part}.${name}`, result]))
}

/** Rules about what a schedule changes, and of what. */
export const deltaRules: readonly Rule<ScheduleFacts>[] = [
  {
    id: 'schedule.budget.entity',
    operations: both,
    fields: ['schedule_type', 'entity_id'],
    refuses: 'item',
    ...assumed,
    message: 'schedule_type CAMPAIGN_BUDGET_CHANGE is for a campaign or an ad group with a daily budget.',
    sent: ({ entity: { type, dailyBudget } }) => ({ entity_type: type, daily_budget: dailyBudget ?? null }),
    when: (facts) => isPlanned(facts) && isOfBudget(facts),
    violated: ({ entity }) => entity.dailyBudget === undefined,
  },
  {
    id: 'schedule.budget.amount',
    operations: both,
    fields: ['delta_value', 'schedule_type'],
    refuses: 'item',
    ...assumed,
    source: 'a decision of this project; F121: it is text or, for bid multipliers, an object',
    message: 'delta_value must be text of a number above 0 with schedule_type CAMPAIGN_BUDGET_CHANGE.',
    sent: ({ after }) => after.delta_value,
    when: isOfBudget,
    violated: ({ after: { delta_value } }) => delta_value !== null && !isAmount(delta_value),
  },
  {
    id: 'schedule.multipliers.entity',
    operations: both,
    fields: ['schedule_type', 'entity_id'],
    refuses: 'item',
    ...assumed,
    message: 'schedule_type CAMPAIGN_BID_MULTIPLIERS is for a campaign.',
    sent: ({ entity }) => entity.type,
    when: ofMultipliers,
    violated: ({ entity }) => entity.type !== 'CAMPAIGN',
  },
  {
    id: 'schedule.multipliers.object',
    operations: both,
    fields: ['delta_value', 'schedule_type'],
    refuses: 'item',
    evidence: 'documented',
    source: 'F121: OAP528; the code is assumed',
    code: 1,
    message: 'delta_value must be an object of multipliers with schedule_type CAMPAIGN_BID_MULTIPLIERS.',
    sent: ({ after }) => after.delta_value,
    when: ofMultipliers,
    violated: ({ after: { delta_value } }) => typeof delta_value === 'string',
  },
  {
    id: 'schedule.multipliers.range',
    operations: both,
    fields: ['delta_value', 'schedule_action'],
    refuses: 'item',
    evidence: 'documented',
    source: 'F121: OAP528; the code is assumed',
    code: 1,
    message: 'delta_value must leave every bid multiplier from 0 to 10.',
    sent: excessive,
    when: ofMultipliers,
    violated: (facts) => Object.keys(excessive(facts)).length > 0,
  },
]
