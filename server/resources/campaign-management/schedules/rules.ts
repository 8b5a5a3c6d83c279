import { assumed } from '#server/domain/rules/assumed.ts'
import { existenceRule } from '#server/domain/rules/existence-rule.ts'
import type { Rule, RuleEntry } from '#server/domain/rules/rule.ts'
import { deltaRules } from './delta-rules.ts'
import { statusAt } from './entity.ts'
import { both, isPlanned, type ScheduleFacts } from './facts.ts'

/** Refuses a batch item whose schedule the ad account does not have. */
export const scheduleExists = existenceRule({
  id: 'schedule.exists',
  operations: ['schedules/update'],
  fields: ['schedule_id'],
  message: 'Schedule not found.',
  passes: 'The schedule_id of a schedule of this ad account.',
})

/** Refuses a batch item about an entity that the ad account does not have. */
export const scheduledEntityExists = existenceRule({
  id: 'schedule.entity.exists',
  operations: both,
  fields: ['entity_id', 'entity_type'],
  message: 'Entity not found.',
  passes: 'The id of a campaign, an ad group or an ad of this ad account, or its own, and the entity_type of it.',
})

const parts = ['schedule_type', 'schedule_action', 'delta_value', 'start_timestamp', 'end_timestamp'] as const

const missing = ({ after }: ScheduleFacts): readonly string[] => parts.filter((part) => after[part] === null)

const timesOf = ({ after: { start_timestamp, end_timestamp } }: ScheduleFacts) => ({ start_timestamp, end_timestamp })

const lifeRules: readonly Rule<ScheduleFacts>[] = [
  {
    id: 'schedule.status.final',
    operations: ['schedules/update'],
    fields: ['schedule_id', 'schedule_status'],
    refuses: 'item',
    terminal: true,
    ...assumed,
    message:
      'schedule_status COMPLETED, CANCELED or FAILED is final: nothing about the schedule can be changed any more.',
    passes: 'A change of a schedule with another status, or a new schedule.',
    sent: ({ before, now }) => before && statusAt(before, now),
    violated: ({ before, now }) =>
      before !== undefined && ['COMPLETED', 'CANCELED', 'FAILED'].includes(statusAt(before, now)),
  },
  {
    id: 'schedule.status.settable',
    isOfCalls: true,
    operations: both,
    fields: ['schedule_status'],
    refuses: 'item',
    ...assumed,
    message:
      'schedule_status can be set to DRAFT, CREATED, SCHEDULED or ACTIVE in a creation, and to CANCELED in place of DRAFT after it.',
    sent: ({ sent }) => sent.schedule_status,
    violated: ({ sent: { schedule_status }, before }) =>
      ['COMPLETED', 'FAILED'].includes(String(schedule_status)) ||
      (before === undefined ? schedule_status === 'CANCELED' : isReturn(before.schedule_status, schedule_status)),
  },
  {
    id: 'schedule.locked.entity',
    operations: ['schedules/update'],
    fields: ['entity_id', 'entity_type'],
    refuses: 'item',
    ...assumed,
    message: 'entity_id and entity_type cannot be changed.',
    sent: ({ after: { entity_id, entity_type } }) => ({ entity_id, entity_type }),
    violated: ({ before, after }) =>
      before !== undefined && (before.entity_id !== after.entity_id || before.entity_type !== after.entity_type),
  },
  {
    id: 'schedule.required',
    operations: both,
    fields: [...parts, 'schedule_status'],
    refuses: 'item',
    terminal: true,
    ...assumed,
    source: 'a decision of this project; F128: OAP528 requires the same fields of schedules in bulk',
    message:
      'schedule_type, schedule_action, delta_value, start_timestamp and end_timestamp are required unless schedule_status is DRAFT.',
    sent: (facts) => `nothing for ${missing(facts).join(', ')}`,
    violated: (facts) => isPlanned(facts) && missing(facts).length > 0,
  },
  {
    id: 'schedule.times.end-after-start',
    operations: both,
    fields: ['end_timestamp', 'start_timestamp'],
    refuses: 'item',
    ...assumed,
    message: 'end_timestamp must be after start_timestamp.',
    sent: timesOf,
    violated: ({ after: { start_timestamp, end_timestamp } }) =>
      start_timestamp !== null && end_timestamp !== null && end_timestamp <= start_timestamp,
  },
  {
    id: 'schedule.times.end-in-future',
    operations: both,
    fields: ['end_timestamp', 'schedule_status'],
    refuses: 'item',
    ...assumed,
    message: 'end_timestamp must be after now unless schedule_status is DRAFT or CANCELED.',
    sent: ({ after: { end_timestamp }, now }) => ({ end_timestamp, now }),
    violated: (facts) =>
      isPlanned(facts) && facts.after.end_timestamp !== null && facts.after.end_timestamp <= facts.now,
  },
]

/** Tells whether a status is a draft's while the schedule is none any more. */
const isReturn = (before: string, sent: unknown): boolean => before !== 'DRAFT' && sent === 'DRAFT'

/** Every rule about a schedule's content, in the order in which violations are reported; an item reports the first. */
export const scheduleRules: readonly Rule<ScheduleFacts>[] = [...lifeRules, ...deltaRules]

/** All rules of schedules. */
export const everyScheduleRule: readonly RuleEntry[] = [scheduleExists, scheduledEntityExists, ...scheduleRules]
