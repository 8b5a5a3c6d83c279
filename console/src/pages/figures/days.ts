const day = 86_400

/** Returns the date of a moment in Unix seconds. */
export const dateOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10)

/** Returns the Unix seconds at which a date begins; NaN for what is no date. */
export const secondsOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000

/** Returns all dates from one to another; none where they are no range. */
export function datesBetween(start: string, end: string): readonly string[] {
  const [first, last] = [secondsOf(start), secondsOf(end)]
  const count = Math.round((last - first) / day) + 1
  return count > 0 && count < 1000 ? Array.from({ length: count }, (_, nth) => dateOf(first + nth * day)) : []
}

/** Returns a date before a moment in Unix seconds by a number of days. */
export const dateBefore = (now: number, days: number): string => dateOf(now - days * day)
