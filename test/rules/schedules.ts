import { scheduleCases as probeCases } from '#server/target/probe/cases/schedules.ts'
import { cbo } from '../fixtures/ad-groups.ts'
import { bidsOf, day, scheduled, tryReschedule, trySchedule } from '../fixtures/schedules.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

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

/** Schedules: their entities, states, times and changes. */
export const scheduleCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'schedule.status.settable',
    moment: 'when a schedule would become a draft',
    refused: changing({ schedule_status: 'DRAFT' }),
    passes: changing({ schedule_status: 'SCHEDULED' }, { schedule_status: 'DRAFT' }),
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
