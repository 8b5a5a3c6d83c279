import { z } from 'zod'
import { isDay } from '#server/domain/time/clock.ts'
import { windowDays } from './values.ts'

/** A day in UTC. */
export const ReportDay = z
  .string()
  .regex(/^(\d{4})-(\d{2})-(\d{2})$/)
  .refine(isDay, { error: 'is not a day of the calendar' })
  .meta({ 'x-max-characters': 10 })

const windowAfter = (action: string, otherwise: number) =>
  z
    .literal(windowDays)
    .nullish()
    .meta({
      type: 'integer',
      description: `Number of days after the ${action} in which conversions count. Absent: ${otherwise}.`,
    })

/** The attribution windows and the time by which conversions are reported. */
export const attributionFields = {
  click_window_days: windowAfter('click', 30),
  engagement_window_days: windowAfter('engagement', 30),
  view_window_days: windowAfter('view', 1),
  conversion_report_time: z.enum(['TIME_OF_AD_ACTION', 'TIME_OF_CONVERSION']).nullish().meta({
    description: 'Day of a conversion: that of the ad, which is the default, or that of the conversion itself.',
  }),
}
