import { isObject } from '#server/domain/json-object.ts'
import { isoOf } from '#server/domain/time/clock.ts'

const timeKey = /(^|_)(time|timestamp|date)$/
const day = 86_400_000
/** Numbers above are milliseconds. */
const mostSeconds = 100_000_000_000

/**
 * Returns a request's values with their times as far from now as they were when it was recorded: tests with a clock of
 * their own send times that are long past for the target.
 *
 * @param by Milliseconds between the recording and now.
 */
export function shiftedTimes(value: unknown, by: number, key = ''): unknown {
  if (Math.abs(by) < day) return value
  if (timeKey.test(key)) return shifted(value, by)
  if (Array.isArray(value)) return value.map((item) => shiftedTimes(item, by, key))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shiftedTimes(inner, by, name)]))
}

function shifted(value: unknown, by: number): unknown {
  if (typeof value === 'number') return value > mostSeconds ? value + by : value + Math.round(by / 1000)
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return value
  const time = Date.parse(value)
  if (Number.isNaN(time)) return value
  if (value.length === 10) return isoOf(time + Math.round(by / day) * day).slice(0, 10)
  return isoOf(time + by)
}
