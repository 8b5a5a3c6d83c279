import { z } from 'zod'
import { secondsOf } from '../domain/duration.ts'
import { wellNamed, wellNamedInWords } from '../domain/world-name.ts'

/** The name of a world or snapshot. */
export const Name = z
  .string()
  .regex(wellNamed, `must be ${wellNamedInWords}`)
  .meta({ description: "Letters, digits, '.', '_' and '-', at most 64.", example: 'checkout-test' })

/** An ISO 8601 duration, which becomes seconds. */
export const Duration = z
  .string()
  .transform((text, context) => {
    const seconds = secondsOf(text)
    if (seconds !== undefined) return seconds
    context.addIssue({ code: 'custom', message: `'${text}' is not a duration such as P7D or -PT1H30M` })
    return z.NEVER
  })
  .meta({ description: 'An ISO 8601 duration of weeks, days, hours, minutes and seconds.', example: 'P7D' })

/** The last second of the year 9999, as Unix seconds. */
export const latestMoment = 253_402_300_799

/** A moment: Unix seconds, or ISO 8601 with a zone; becomes milliseconds. */
export const Moment = z
  .union([z.int().min(0).max(latestMoment), z.iso.datetime({ offset: true })])
  .transform((moment) => (typeof moment === 'number' ? moment * 1000 : Date.parse(moment)))
  .meta({ description: 'Unix seconds, or an ISO 8601 date and time with its zone.', example: '2026-06-01T12:00:00Z' })
