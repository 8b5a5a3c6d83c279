import { daySeconds } from '#server/domain/delivery/calendar.ts'
import type { Attribution } from '#server/domain/delivery/tally.ts'

/** Days between an ad and a conversion that counts, by what was done before it. */
export interface Windows {
  readonly click: number
  readonly engagement: number
  readonly view: number
}

/** The windows and the report time of a request; what is absent has its default. */
interface WindowFields {
  readonly click_window_days?: number | null | undefined
  readonly engagement_window_days?: number | null | undefined
  readonly view_window_days?: number | null | undefined
  readonly conversion_report_time?: 'TIME_OF_AD_ACTION' | 'TIME_OF_CONVERSION' | null | undefined
}

/** Returns the attribution windows of a request (F137 has the defaults). */
export const windowsOf = (fields: WindowFields): Windows => ({
  click: fields.click_window_days ?? 30,
  engagement: fields.engagement_window_days ?? 30,
  view: fields.view_window_days ?? 1,
})

const lengths: readonly number[] = [60, 30, 7, 1]

/** Tells whether reports have these windows (F64): none is longer than the one before it. */
export const windowsAreValid = ({ click, engagement, view }: Windows): boolean =>
  [click, engagement, view].every((days) => lengths.includes(days)) && click >= engagement && engagement >= view

/** Returns which conversions count for a request, and when. */
export function attributionOf(fields: WindowFields): Attribution {
  const { click, engagement, view } = windowsOf(fields)
  return {
    windows: { click: click * daySeconds, engagement: engagement * daySeconds, view: view * daySeconds },
    byConversion: fields.conversion_report_time === 'TIME_OF_CONVERSION',
  }
}
