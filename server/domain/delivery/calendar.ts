import { secondsOfDay } from '../time/clock.ts'

/** Seconds of a day. Days are those of UTC, counted from 1970. */
export const daySeconds = 86_400

/** Returns the number of the day of a moment in Unix seconds. */
export const dayOf = (seconds: number): number => Math.floor(seconds / daySeconds)

/** Returns the number of a day such as `2026-06-01`. */
export const dayOfDate = (date: string): number => dayOf(secondsOfDay(date))

/** The share of a day's delivery in each hour of UTC, in thousandths: low by night, high in the evening of the US. */
const hourWeights = [
  52, 56, 58, 56, 50, 42, 33, 26, 21, 18, 17, 19, 24, 31, 36, 40, 43, 45, 47, 48, 52, 58, 63, 65,
] as const

/** The share of a day's delivery before each hour, and at its end. */
const before = Array.from({ length: 25 }, (_, hour) =>
  hourWeights.slice(0, hour).reduce((sum, weight) => sum + weight, 0),
)

/** Returns the share of a day's delivery before a second of the day: 0 at its begin, 1 at its end. */
export function shareBefore(second: number): number {
  const hour = Math.floor(second / 3600)
  const start = before[hour] ?? 1000
  return (start + ((hourWeights[hour] ?? 0) * (second - hour * 3600)) / 3600) / 1000
}

/** Returns the second of the day before which a share of its delivery lies: the inverse of `shareBefore`. */
export function secondOfShare(share: number): number {
  const thousandths = share * 1000
  const hour = Math.max(
    0,
    before.findLastIndex((start) => start <= thousandths),
  )
  return hour * 3600 + ((thousandths - (before[hour] ?? 0)) / (hourWeights[hour] ?? 1)) * 3600
}

/** Delivery of a day of the week against the average, in thousandths, from Monday on: more at the weekend. */
const weekdayWeights = [960, 930, 920, 940, 980, 1100, 1170] as const

/** The sum of `dayWeight` over a week. */
export const weekWeight = 7

/** Returns the position of a day in its week: 0 is Monday. 1970 began on a Thursday. */
export const weekdayOf = (day: number): number => (day + 3) % 7

/** Returns the delivery of a day against the average of its week. */
export const dayWeight = (day: number): number => (weekdayWeights[weekdayOf(day)] ?? 1000) / 1000

/** Returns the sum of `dayWeight` over the days from one up to another, which is not included. */
export function daysWeight(from: number, to: number): number {
  const weeks = Math.floor((to - from) / 7)
  let weight = weeks * weekWeight
  for (let day = from + weeks * 7; day < to; day++) weight += dayWeight(day)
  return weight
}
