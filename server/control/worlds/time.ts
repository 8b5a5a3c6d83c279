import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { type Clock, isoOf } from '#server/domain/time/clock.ts'
import { DurationField } from '#server/http/schema/duration-fields.ts'
import type { ChangeOf } from '#server/journal/event-log.ts'
import type { World } from '#server/worlds/world.ts'
import { controlRoute } from '../protocol/route.ts'
import { latestMoment, Moment } from '../protocol/time-fields.ts'

const Time = z
  .object({
    now: z.int().meta({ description: 'Unix time in seconds.' }),
    iso: z.string().meta({ description: 'The same time as ISO 8601 in UTC.', example: '2026-06-01T12:00:00.000Z' }),
    frozen: z.boolean(),
  })
  .meta({ id: 'Time' })

const timeOf = ({ clock }: World): z.input<typeof Time> => {
  const milliseconds = clock.milliseconds()
  return { now: Math.floor(milliseconds / 1000), iso: isoOf(milliseconds), frozen: clock.isFrozen }
}

/** Changes the time of a world, and tells those who watch it. */
function changed(world: World, action: ChangeOf['clock']['action'], change: (clock: Clock) => void) {
  world.changeClock(change)
  const time = timeOf(world)
  world.journal.announce('clock', { action, ...time })
  return time
}

/** Adds the routes of a world's time. Nothing is scheduled: states are computed from the clock when they are read. */
export function timeRoutes(app: FastifyInstance): void {
  controlRoute(app, {
    method: 'GET',
    url: '/time',
    tag: 'time',
    summary: 'Read the time',
    description:
      "Returns the time of this world's clock. Times of entities, schedules, tokens, limits, reviews and reports use it.",
    schema: { response: { 200: Time } },
    handler: ({ world }) => timeOf(world),
  })

  controlRoute(app, {
    method: 'POST',
    url: '/time/freeze',
    tag: 'time',
    summary: 'Freeze the time',
    description: 'Freezes the time at `at`, or at the current time of the world.',
    schema: { body: z.strictObject({ at: Moment.optional() }).nullish(), response: { 200: Time } },
    handler: ({ world, body }) => {
      return changed(world, 'frozen', (clock) => clock.freeze(body?.at))
    },
  })

  controlRoute(app, {
    method: 'POST',
    url: '/time/set',
    tag: 'time',
    summary: 'Set the time',
    description: 'Sets the clock. A running clock continues from the new time; a frozen clock stays frozen.',
    schema: { body: z.strictObject({ to: Moment }), response: { 200: Time } },
    handler: ({ world, body }) => {
      return changed(world, 'set', (clock) => clock.set(body.to))
    },
  })

  controlRoute(app, {
    method: 'POST',
    url: '/time/advance',
    tag: 'time',
    summary: 'Advance the time',
    description: 'Advances the clock by a duration. A negative duration moves it back.',
    schema: { body: z.strictObject({ by: DurationField }), response: { 200: Time } },
    handler: ({ world, body }) => {
      const then = world.clock.milliseconds() + body.by
      // Also refuses NaN: a duration may be longer than numbers can express.
      if (!(then >= 0 && then <= latestMoment * 1000)) {
        throw new ApiError('request.schema', { detail: 'by leads out of the years 1970 to 9999' })
      }
      return changed(world, 'advanced', (clock) => clock.advance(body.by))
    },
  })

  controlRoute(app, {
    method: 'POST',
    url: '/time/tick',
    tag: 'time',
    summary: 'Unfreeze the time',
    description: 'Lets a frozen clock run on from its current time.',
    schema: { response: { 200: Time } },
    handler: ({ world }) => {
      return changed(world, 'unfrozen', (clock) => clock.tick())
    },
  })
}
