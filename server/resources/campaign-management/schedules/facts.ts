import type { ScheduledEntity, StoredSchedule } from './schema.ts'

/** The entity of a schedule, as far as rules look at it. */
export interface EntityFacts {
  readonly type: ScheduledEntity
  /** In micro-currency; undefined without one. */
  readonly dailyBudget: number | undefined
  readonly bidOptions: object
}

/** The facts that the rules of schedules evaluate. */
export interface ScheduleFacts {
  readonly operation: string
  /** The fields that the client set. */
  readonly sent: Readonly<Record<string, unknown>>
  /** The schedule as it is stored; absent on creation. */
  readonly before?: StoredSchedule
  readonly after: StoredSchedule
  /** Unix seconds of the world's clock. */
  readonly now: number
  readonly entity: EntityFacts
}

/** The operations of most rules. */
export const both = ['schedules/create', 'schedules/update']

/** Tells whether a schedule is to change something: a draft may be incomplete, and what is canceled changes nothing. */
export const isPlanned = ({ after }: ScheduleFacts): boolean => after.schedule_status === 'SCHEDULED'

/** Tells whether the schedule is about the budget. */
export const isOfBudget = ({ after }: ScheduleFacts): boolean => after.schedule_type === 'CAMPAIGN_BUDGET_CHANGE'
