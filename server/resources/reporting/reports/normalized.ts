import type { ReportCreate } from './schema.ts'
import { windowsOf } from './windows.ts'

/** What a request leaves out (F137). */
const defaults = {
  conversion_report_time: 'TIME_OF_AD_ACTION',
  primary_sort: 'BY_ID',
  report_format: 'JSON',
  combine_targeting_types: false,
} as const

/** Returns a request as it is stored: without null, and with what was absent filled in, so that equal ones are alike. */
export function normalizedRequest(request: ReportCreate): object {
  const { click, engagement, view } = windowsOf(request)
  const windows = { click_window_days: click, engagement_window_days: engagement, view_window_days: view }
  return withoutNull({ ...defaults, ...windows, ...withoutNull(request) })
}

/** Returns the fields that are neither null nor undefined, in the order of their names. */
export const withoutNull = (fields: object): object =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value != null)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
