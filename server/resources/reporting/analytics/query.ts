import { z } from 'zod'
import { granularities } from '#server/domain/delivery/periods.ts'
import { syncColumns } from '#server/domain/reference/sync-columns.ts'
import { isDay } from '#server/domain/time/clock.ts'
import { requiredListOf } from '#server/http/schema/query-fields.ts'

/** The lengths of attribution windows in days. */
const windowDays = [0, 1, 7, 14, 30, 60] as const

/** A day, with a time for clients that write dates so. */
const dayPattern = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/
const dayLength = 10

/** Returns the schema of a day in a query. That one which does not exist is refused is assumed. */
const dayField = (name: string, description: string) =>
  z
    .string()
    .refine((text) => dayPattern.test(text) && isDay(text.slice(0, dayLength)), {
      error: ({ input }) => `Parameter '${name}' (value ${input}) is not a day of the form YYYY-MM-DD.`,
    })
    .overwrite((text) => text.slice(0, dayLength))
    .meta({ format: 'date', description, example: '2026-05-25' })

const windowField = (otherwise: (typeof windowDays)[number], description: string) =>
  z
    .preprocess(
      (value) => (value === '' ? undefined : typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
      z.literal(windowDays).default(otherwise),
    )
    .meta({ type: 'integer', description })

/** The days, columns and granularity of a report. */
export const reportQuery = {
  start_date: dayField('start_date', 'First day. At most 90 days back, for HOUR at most 8.'),
  end_date: dayField('end_date', 'Last day. At most 90 days after start_date, for HOUR at most 3.'),
  columns: requiredListOf(z.enum(syncColumns)).meta({
    description: 'Columns of the rows. A column that is 0 or has no value is absent from its row.',
    example: ['SPEND_IN_DOLLAR', 'TOTAL_CLICKTHROUGH'],
  }),
  granularity: z.enum(granularities).meta({
    description: 'Time span of each row. HOUR has no conversions.',
    example: 'DAY',
  }),
}

/** Which conversions count, and when. */
export const attributionQuery = {
  click_window_days: windowField(30, 'Maximum days between a click and a conversion. 0 counts no conversions.'),
  engagement_window_days: windowField(
    30,
    'Maximum days between an engagement and a conversion. 0 counts no conversions.',
  ),
  view_window_days: windowField(1, 'Maximum days between a view and a conversion. 0 counts no conversions.'),
  conversion_report_time: z
    .enum(['TIME_OF_AD_ACTION', 'TIME_OF_CONVERSION'])
    .default('TIME_OF_AD_ACTION')
    .meta({ description: 'Day of a conversion: that of the ad, or that of the conversion itself.' }),
}

/** Whose days they are. */
export const timeZoneQuery = {
  reporting_timezone: z.enum(['PINTEREST_TIME_ZONE', 'AD_ACCOUNT_TIME_ZONE']).optional().meta({
    description: 'Time zone of the days: UTC, or the zone of the ad account.',
    example: 'PINTEREST_TIME_ZONE',
  }),
}

const Query = z.object({ ...reportQuery, ...attributionQuery, ...timeZoneQuery })

/** The parameters of every report. */
export type ReportQuery = z.output<typeof Query>
