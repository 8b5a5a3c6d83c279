import { z } from 'zod'

/** The last second of the year 9999, in Unix seconds. */
export const latestMoment = 253_402_300_799

const IsoMoment = z.iso.datetime({ offset: true })
const invalidTime =
  'is no moment: whole Unix seconds up to the year 9999, or with a zone as 2026-06-01T12:00:00Z has it'

/** A time in Unix seconds, or ISO 8601 with a zone; parsed to milliseconds. */
export const Moment = z
  .union([z.number(), z.string()], invalidTime)
  .transform((moment, context) => {
    const milliseconds =
      typeof moment === 'number' ? moment * 1000 : IsoMoment.safeParse(moment).success ? Date.parse(moment) : -1
    const isWhole = typeof moment === 'string' || Number.isInteger(moment)
    if (isWhole && milliseconds >= 0 && milliseconds <= latestMoment * 1000 + 999) return milliseconds
    context.addIssue({ code: 'custom', message: invalidTime })
    return z.NEVER
  })
  .meta({
    description: 'Unix time in seconds, or ISO 8601 date and time with a zone.',
    example: '2026-06-01T12:00:00Z',
  })
