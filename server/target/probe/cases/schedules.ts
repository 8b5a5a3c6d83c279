import type { ProbeAct, ProbeCall, ProbeCase, ProbeStep } from '../probe-case.ts'
import type { Fields } from './campaign-calls.ts'

/** A schedule that breaks no rule: it raises the daily budget of a paused campaign by a fifth, in a month for a day. */
const fifthMore: Fields = {
  name: '{{name}}',
  entity_id: '{{cboCampaign.id}}',
  schedule_type: 'CAMPAIGN_BUDGET_CHANGE',
  schedule_action: 'INCREASE_BY_PERCENT',
  delta_value: '2000',
  start_timestamp: '{{now+2592000}}',
  end_timestamp: '{{now+2678400}}',
}
const bids: Fields = {
  ...fifthMore,
  schedule_type: 'CAMPAIGN_BID_MULTIPLIERS',
  schedule_action: 'INCREASE_BY_VALUE',
}
const creating = (more: Fields = {}, of: Fields = fifthMore): ProbeCall => ({
  operation: 'schedules/create',
  body: [{ ...of, ...more }],
})
const changing = (change: Fields): ProbeCall => ({
  operation: 'schedules/update',
  body: [{ id: '{{schedule.schedule_id}}', schedule_id: '{{schedule.schedule_id}}', ...change }],
})
const made = (more: Fields, change: Fields, ...before: readonly ProbeStep[]): ProbeAct => ({
  setup: [{ as: 'schedule', ...creating(more) }, ...before],
  ...changing(change),
})
const canceled: ProbeStep = { as: 'canceled', ...changing({ schedule_status: 'CANCELED' }) }
const renamed = { name: '{{name renamed}}' }
const draft = { schedule_status: 'DRAFT' }
const young = { age_bucket_multipliers: { '18-24': 1 } }

/** Schedules: their entities, states, times and changes. */
export const scheduleCases: readonly ProbeCase[] = [
  {
    rule: 'schedule.exists',
    refused: { operation: 'schedules/update', body: [{ id: '1', schedule_id: '1', ...renamed }] },
    passes: made({}, renamed),
  },
  { rule: 'schedule.entity.exists', refused: creating({ entity_id: '1' }), passes: creating() },
  {
    rule: 'schedule.entity.exists',
    moment: 'of another type',
    refused: creating({ entity_type: 'AD_GROUP' }),
    passes: creating({ entity_type: 'CAMPAIGN' }),
  },
  { rule: 'schedule.status.final', refused: made({}, renamed, canceled), passes: made({}, renamed) },
  {
    rule: 'schedule.status.settable',
    refused: creating({ schedule_status: 'COMPLETED' }),
    passes: creating({ schedule_status: 'SCHEDULED' }),
  },
  {
    rule: 'schedule.locked.entity',
    refused: made({}, { entity_type: 'AD' }),
    passes: made({}, { entity_type: 'CAMPAIGN' }),
  },
  {
    rule: 'schedule.required',
    refused: creating({ delta_value: null }),
    passes: creating({ delta_value: null, ...draft }),
  },
  {
    rule: 'schedule.times.end-after-start',
    refused: creating({ end_timestamp: '{{now+2592000}}' }),
    passes: creating({ end_timestamp: '{{now+2595600}}' }),
  },
  {
    rule: 'schedule.times.end-in-future',
    refused: creating({ start_timestamp: '{{now-86400}}', end_timestamp: '{{now-3600}}' }),
    passes: creating({ start_timestamp: '{{now-86400}}', end_timestamp: '{{now+3600}}' }),
  },
  {
    rule: 'schedule.budget.entity',
    refused: creating({ entity_id: '{{perGroupCampaign.id}}' }),
    passes: creating(),
  },
  {
    rule: 'schedule.budget.entity',
    moment: 'of an ad group with a lifetime budget',
    refused: creating({ entity_id: '{{lifetimeGroup.id}}' }),
    passes: creating({ entity_id: '{{budgetedGroup.id}}' }),
  },
  { rule: 'schedule.budget.amount', refused: creating({ delta_value: '0' }), passes: creating({ delta_value: '0.5' }) },
  {
    rule: 'schedule.multipliers.entity',
    refused: creating({ entity_id: '{{budgetedGroup.id}}', delta_value: young }, bids),
    passes: creating({ delta_value: young }, bids),
  },
  {
    rule: 'schedule.multipliers.object',
    refused: creating({ delta_value: '500' }, bids),
    passes: creating({ delta_value: young }, bids),
  },
  {
    rule: 'schedule.multipliers.range',
    refused: creating({ delta_value: { gender_multipliers: { female: 9.1 } } }, bids),
    passes: creating({ delta_value: { gender_multipliers: { female: 9 } } }, bids),
  },
]
