import type { ScheduledChange } from '#server/domain/ads/scheduled-change.ts'
import type {
  ScheduleCreate,
  ScheduledEntity,
  ScheduleStatus,
  ScheduleUpdate,
  StoredSchedule,
  storedStatuses,
} from './schema.ts'

type StoredStatus = (typeof storedStatuses)[number]

const stored: Readonly<Record<ScheduleStatus, StoredStatus>> = {
  DRAFT: 'DRAFT',
  CREATED: 'SCHEDULED',
  SCHEDULED: 'SCHEDULED',
  ACTIVE: 'SCHEDULED',
  COMPLETED: 'SCHEDULED',
  FAILED: 'FAILED',
  CANCELED: 'CANCELED',
}

/** The ids of a new schedule, and what its entity is. */
interface ScheduleContext {
  readonly id: string
  readonly ad_account_id: string
  readonly entity_type: ScheduledEntity
}

/** Returns the schedule that a creation stores. It is scheduled unless it is sent as a draft. */
export const newSchedule = (item: ScheduleCreate, context: ScheduleContext): StoredSchedule => ({
  id: context.id,
  ad_account_id: context.ad_account_id,
  entity_id: item.entity_id,
  entity_type: context.entity_type,
  name: item.name ?? null,
  schedule_action: item.schedule_action ?? null,
  schedule_status: stored[item.schedule_status ?? 'SCHEDULED'],
  schedule_type: item.schedule_type ?? null,
  delta_value: item.delta_value ?? null,
  start_timestamp: item.start_timestamp ?? null,
  end_timestamp: item.end_timestamp ?? null,
})

/** Returns the schedule after an update. Null leaves a field as it is. */
export const changedSchedule = (before: StoredSchedule, item: Partial<ScheduleUpdate>): StoredSchedule => ({
  ...before,
  entity_id: item.entity_id ?? before.entity_id,
  entity_type: item.entity_type ?? before.entity_type,
  name: item.name ?? before.name,
  schedule_action: item.schedule_action ?? before.schedule_action,
  schedule_status: item.schedule_status == null ? before.schedule_status : stored[item.schedule_status],
  schedule_type: item.schedule_type ?? before.schedule_type,
  delta_value: item.delta_value ?? before.delta_value,
  start_timestamp: item.start_timestamp ?? before.start_timestamp,
  end_timestamp: item.end_timestamp ?? before.end_timestamp,
})

/** Returns the status of a schedule at a moment in Unix seconds. */
export function statusAt(
  {
    schedule_status,
    start_timestamp,
    end_timestamp,
  }: Pick<StoredSchedule, 'schedule_status' | 'start_timestamp' | 'end_timestamp'>,
  now: number,
): ScheduleStatus {
  if (schedule_status !== 'SCHEDULED') return schedule_status
  if (end_timestamp !== null && end_timestamp <= now) return 'COMPLETED'
  return start_timestamp !== null && start_timestamp <= now ? 'ACTIVE' : 'SCHEDULED'
}

const amount = /^\d{1,15}(\.\d{1,15})?$/

/** Tells whether the change of a budget is text of a number above 0. */
export const isAmount = (delta: StoredSchedule['delta_value']): boolean =>
  typeof delta === 'string' && amount.test(delta) && Number(delta) > 0

/** Returns what a schedule changes, and when; undefined for one that changes nothing. */
export function changeOf(schedule: StoredSchedule):
  | {
      readonly begin: number
      readonly until: number
      readonly change: ScheduledChange
    }
  | undefined {
  const { schedule_status, schedule_action, schedule_type, delta_value, start_timestamp, end_timestamp } = schedule
  if (schedule_status !== 'SCHEDULED' || schedule_action === null || delta_value === null) return undefined
  if (start_timestamp === null || end_timestamp === null || end_timestamp <= start_timestamp) return undefined
  const isKnown = schedule_type === 'CAMPAIGN_BUDGET_CHANGE' ? isAmount(delta_value) : typeof delta_value === 'object'
  return isKnown
    ? { begin: start_timestamp, until: end_timestamp, change: { schedule_action, delta_value } }
    : undefined
}
