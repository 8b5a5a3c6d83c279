import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { ItemException } from '#server/http/responses/replies.ts'
import { Id, LongId, LongText, UnixTime } from '#server/http/schema/fields.ts'
import { listOf, requiredListOf } from '#server/http/schema/query-fields.ts'
import { campaignIdRange } from '../campaigns/resource.ts'
import { ScheduleBidOptions } from './bid-options.ts'
import { scheduleIdRange } from './resource.ts'

/** The values of `schedule_status`. */
export const scheduleStatuses = ['DRAFT', 'CREATED', 'SCHEDULED', 'ACTIVE', 'COMPLETED', 'FAILED', 'CANCELED'] as const
const ScheduleStatus = z.enum(scheduleStatuses)
/** One of `scheduleStatuses`. */
export type ScheduleStatus = (typeof scheduleStatuses)[number]

/** The values of `entity_type`. */
export const scheduledEntities = ['ADVERTISER', 'CAMPAIGN', 'AD_GROUP', 'AD'] as const
/** One of `scheduledEntities`. */
export type ScheduledEntity = (typeof scheduledEntities)[number]

const ScheduleType = z.enum(['CAMPAIGN_BUDGET_CHANGE', 'CAMPAIGN_BID_MULTIPLIERS'])

const settable = {
  name: LongText.meta({ example: 'Summer sale' }),
  schedule_action: z.enum(['INCREASE_BY_VALUE', 'INCREASE_BY_PERCENT']).meta({ example: 'INCREASE_BY_PERCENT' }),
  schedule_status: ScheduleStatus.meta({
    description: 'Status. DRAFT, SCHEDULED and CANCELED can be set; the others follow from the times.',
  }),
  schedule_type: ScheduleType.meta({ example: 'CAMPAIGN_BUDGET_CHANGE' }),
  delta_value: z.union([LongText, ScheduleBidOptions]).meta({
    description:
      'Increase of the budget as text, in micro-currency or in hundredths of a percent; an object for bid multipliers.',
  }),
  start_timestamp: UnixTime.meta({ description: 'Unix time in seconds.' }),
  end_timestamp: UnixTime.meta({ description: 'Unix time in seconds.' }),
}

const optional = {
  name: settable.name.nullish(),
  schedule_action: settable.schedule_action.nullish(),
  schedule_status: settable.schedule_status.nullish(),
  schedule_type: settable.schedule_type.nullish(),
  delta_value: settable.delta_value.nullish(),
  start_timestamp: settable.start_timestamp.nullish(),
  end_timestamp: settable.end_timestamp.nullish(),
}

const EntityType = z.enum(scheduledEntities)

/** One item in the request body of a creation. */
export const ScheduleCreate = z.object({ entity_id: LongId, entity_type: EntityType.nullish(), ...optional }).meta({
  id: 'ScheduleCreate',
  description: 'Request to create a schedule.',
  example: {
    entity_id: idOf(campaignIdRange, 1),
    entity_type: 'CAMPAIGN',
    name: 'Summer sale',
    schedule_type: 'CAMPAIGN_BUDGET_CHANGE',
    schedule_action: 'INCREASE_BY_PERCENT',
    delta_value: '2000',
    start_timestamp: 2_000_000_000,
    end_timestamp: 2_000_086_400,
  },
})
export type ScheduleCreate = z.output<typeof ScheduleCreate>

/** One item in the request body of an update. */
export const ScheduleUpdate = z
  .object({
    id: Id.meta({ description: 'Repeated in the response where the item is refused.' }),
    schedule_id: LongId,
    entity_id: LongId.nullish(),
    entity_type: EntityType.nullish(),
    ...optional,
  })
  .meta({
    id: 'ScheduleUpdate',
    description: 'A change of a schedule: what is not sent stays.',
    example: { id: idOf(scheduleIdRange, 1), schedule_id: idOf(scheduleIdRange, 1), name: 'Longest days' },
  })
export type ScheduleUpdate = z.output<typeof ScheduleUpdate>

/** A schedule in a response. What was not sent is absent. */
export const Schedule = z
  .object({
    schedule_id: LongId,
    entity_id: LongId,
    entity_type: EntityType,
    name: settable.name.optional(),
    schedule_action: settable.schedule_action.optional(),
    schedule_status: ScheduleStatus,
    schedule_type: settable.schedule_type.optional(),
    delta_value: settable.delta_value.optional(),
    start_timestamp: settable.start_timestamp.optional(),
    end_timestamp: settable.end_timestamp.optional(),
  })
  .meta({ id: 'Schedule', description: 'A change of a budget or of bid multipliers for a time.' })

/** The response to a batch: bare entries in the request's order. */
export const SchedulesReply = z
  .array(
    z.object({
      data: z.union([
        Schedule,
        z.object({ id: LongId, exceptions: ItemException }).meta({
          id: 'ScheduleException',
          description: 'Item that was refused: the id that it sent, of a creation that of the entity.',
        }),
      ]),
    }),
  )
  .meta({ description: 'A result for each item, in request order: the schedule or the reason for the refusal.' })

/** The query parameters of a list. */
export const ScheduleListQuery = z.object({
  entity_ids: requiredListOf(LongId, { min: 1, max: 250 }).meta({
    description: 'Returns only schedules of these entities.',
    example: [idOf(campaignIdRange, 1)],
  }),
  schedule_statuses: listOf(ScheduleStatus).meta({ description: 'Returns only schedules with these statuses.' }),
  schedule_type: ScheduleType.optional().meta({ description: 'Returns only schedules of this type.' }),
  order: Order,
  ...pageQuery,
})

/** The response of a list. */
export const SchedulePage = pageOf(Schedule).meta({ id: 'SchedulePage' })

/** What a schedule is set to be; the clock decides whether one that is SCHEDULED is active or over. */
export const storedStatuses = ['DRAFT', 'SCHEDULED', 'CANCELED', 'FAILED'] as const

/** A schedule as it is stored: null where nothing was sent. */
export interface StoredSchedule {
  readonly id: string
  readonly ad_account_id: string
  readonly entity_id: string
  readonly entity_type: ScheduledEntity
  readonly name: string | null
  readonly schedule_action: z.output<typeof settable.schedule_action> | null
  readonly schedule_status: (typeof storedStatuses)[number]
  readonly schedule_type: z.output<typeof ScheduleType> | null
  readonly delta_value: z.output<typeof settable.delta_value> | null
  readonly start_timestamp: number | null
  readonly end_timestamp: number | null
}
