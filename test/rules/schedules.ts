import { cbo, madeIn, perGroup } from '../fixtures/ad-groups.ts'
import { bidsOf, day, scheduled, tryReschedule, trySchedule } from '../fixtures/schedules.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const creating =
  (more: (mock: Mock) => object) =>
  (mock: Mock): Promise<Answer> =>
    trySchedule(mock, more(mock))

const changing =
  (change: object, first: object = {}) =>
  async (mock: Mock): Promise<Answer> =>
    tryReschedule(mock, await scheduled(mock, first), change)

const multiplying =
  (delta: Json, more: object = {}) =>
  async (mock: Mock): Promise<Answer> =>
    mock.post('/schedules', [{ ...bidsOf(mock, await cbo(mock), delta), ...more }])

const ofGroup = async (mock: Mock, more: object): Promise<Answer> =>
  trySchedule(mock, {}, await madeIn(mock, perGroup(mock), more))

const young = { age_bucket_multipliers: { '18-24': 1 } }

/** Schedules: their entities, states, times and changes. */
export const scheduleCases: readonly RuleCase[] = [
  {
    rule: 'schedule.exists',
    refused: (mock) => tryReschedule(mock, { schedule_id: '7120000000001' }, { name: 'x' }),
    passes: changing({ name: 'x' }),
  },
  {
    rule: 'schedule.entity.exists',
    refused: (mock) => trySchedule(mock, {}, { id: '626700000001' }),
    passes: creating(() => ({})),
  },
  {
    rule: 'schedule.entity.exists',
    moment: 'of another type',
    refused: creating(() => ({ entity_type: 'AD_GROUP' })),
    passes: creating(() => ({ entity_type: 'CAMPAIGN' })),
  },
  {
    rule: 'schedule.status.final',
    refused: async (mock) => {
      const schedule = await scheduled(mock)
      await tryReschedule(mock, schedule, { schedule_status: 'CANCELED' })
      return tryReschedule(mock, schedule, { name: 'x' })
    },
    passes: changing({ name: 'x' }),
  },
  {
    rule: 'schedule.status.settable',
    refused: creating(() => ({ schedule_status: 'COMPLETED' })),
    passes: creating(() => ({ schedule_status: 'ACTIVE' })),
  },
  {
    rule: 'schedule.status.settable',
    moment: 'when a schedule would become a draft',
    refused: changing({ schedule_status: 'DRAFT' }),
    passes: changing({ schedule_status: 'SCHEDULED' }, { schedule_status: 'DRAFT' }),
  },
  {
    rule: 'schedule.locked.entity',
    refused: changing({ entity_type: 'AD' }),
    passes: changing({ entity_type: 'CAMPAIGN' }),
  },
  {
    rule: 'schedule.required',
    refused: creating(() => ({ delta_value: null })),
    passes: creating(() => ({ delta_value: null, schedule_status: 'DRAFT' })),
  },
  {
    rule: 'schedule.required',
    moment: 'when a draft is scheduled',
    refused: changing({ schedule_status: 'SCHEDULED' }, { schedule_status: 'DRAFT', schedule_action: null }),
    passes: changing({ schedule_status: 'SCHEDULED' }, { schedule_status: 'DRAFT' }),
  },
  {
    rule: 'schedule.times.end-after-start',
    refused: creating(({ now }) => ({ start_timestamp: now + day, end_timestamp: now + day })),
    passes: creating(({ now }) => ({ start_timestamp: now + day, end_timestamp: now + day + 1 })),
  },
  {
    rule: 'schedule.times.end-in-future',
    refused: creating(({ now }) => ({ start_timestamp: now - day, end_timestamp: now })),
    passes: creating(({ now }) => ({ start_timestamp: now - day, end_timestamp: now + 1 })),
  },
  {
    rule: 'schedule.budget.entity',
    refused: async (mock) => trySchedule(mock, {}, await perGroup(mock)),
    passes: creating(() => ({})),
  },
  {
    rule: 'schedule.budget.entity',
    moment: 'of an ad group with a lifetime budget',
    refused: (mock) => ofGroup(mock, { budget_type: 'LIFETIME', end_time: mock.now + 9 * day }),
    passes: (mock) => ofGroup(mock, { budget_type: 'DAILY' }),
  },
  {
    rule: 'schedule.budget.amount',
    refused: creating(() => ({ delta_value: '0' })),
    passes: creating(() => ({ delta_value: '0.5' })),
  },
  {
    rule: 'schedule.multipliers.entity',
    refused: async (mock) => mock.post('/schedules', [bidsOf(mock, await madeIn(mock, perGroup(mock)), young)]),
    passes: multiplying(young),
  },
  { rule: 'schedule.multipliers.object', refused: multiplying('500'), passes: multiplying(young) },
  {
    rule: 'schedule.multipliers.range',
    refused: multiplying({ gender_multipliers: { female: 9.1 } }),
    passes: multiplying({ gender_multipliers: { female: 9 } }),
  },
  {
    rule: 'schedule.multipliers.range',
    moment: 'by percent',
    refused: multiplying(
      { audience_multipliers: [{ audience_id: '2542600000001', multiplier: -10_001 }] },
      { schedule_action: 'INCREASE_BY_PERCENT' },
    ),
    passes: multiplying(
      { audience_multipliers: [{ audience_id: '2542600000001', multiplier: -10_000 }] },
      { schedule_action: 'INCREASE_BY_PERCENT' },
    ),
  },
]
