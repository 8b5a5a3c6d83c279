import { z } from 'zod'
import { replyToBatch } from '#server/http/responses/batch.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { statusAt } from './entity.ts'
import { listSchedules } from './repository.ts'
import { ScheduleCreate, ScheduleListQuery, SchedulePage, SchedulesReply, ScheduleUpdate } from './schema.ts'
import { scheduleText } from './serialize.ts'
import { changeSchedule, createSchedule } from './service.ts'

/** Adds the operations on schedules. */
export function scheduleRoutes(app: Operations): void {
  app.operation('schedules/list', {
    summary: 'List schedules',
    description: 'Returns a page of the schedules of some entities, whatever their status, ordered by id.',
    schema: { params: AdAccountPath, querystring: ScheduleListQuery, response: { 200: SchedulePage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { entity_ids, schedule_statuses, schedule_type, order = 'ASCENDING' } = query
      const filters = { ad_account_id, entity_ids, schedule_statuses, schedule_type, order }
      const page = requestedPage({ operation, query }, filters)
      requireAdAccount(world, ad_account_id)
      const now = world.clock.seconds()
      const filter = { ad_account_id, entity_ids, descending: order === 'DESCENDING' }
      const rows = listSchedules(world.db, filter, page, (row) => {
        const isOfStatus = schedule_statuses?.includes(statusAt(row, now)) ?? true
        return isOfStatus && (schedule_type === undefined || JSON.parse(row.json).schedule_type === schedule_type)
      })
      return replyWithPage(reply, page, rows, (row) => scheduleText(row, now))
    },
  })

  app.operation('schedules/create', {
    summary: 'Create schedules',
    description:
      'Creates schedules. From its start to its end a schedule changes the budget or the bid multipliers of its entity.',
    schema: { params: AdAccountPath, body: z.array(ScheduleCreate).min(1), response: { 200: SchedulesReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      return replyToBatch(request, reply, {
        items: body,
        each: (item) => createSchedule(world, account, item),
        text: (row) => scheduleText(row, world.clock.seconds()),
        style: 'within',
        refused: ({ entity_id }) => ({ id: entity_id }),
      })
    },
  })

  app.operation('schedules/update', {
    summary: 'Update schedules',
    description: 'Updates schedules. What one has changed until now stays. CANCELED ends a schedule at once.',
    schema: { params: AdAccountPath, body: z.array(ScheduleUpdate).min(1), response: { 200: SchedulesReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      return replyToBatch(request, reply, {
        items: body,
        each: (item) => changeSchedule(world, account, item),
        text: (row) => scheduleText(row, world.clock.seconds()),
        style: 'within',
        refused: ({ id }) => ({ id }),
      })
    },
  })
}
