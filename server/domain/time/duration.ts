const iso = /^([+-]?)P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/
const isoUnits = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000]
const short = /^([+-]?)((?:\d+(?:\.\d+)?(?:ms|[smhdw]))+)$/
const shortPart = /(\d+(?:\.\d+)?)(ms|[smhdw])/g
const shortUnits: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

/**
 * Parses a duration to whole milliseconds: short as `7d`, `1h30m`, `1.5s` and `250ms`, or ISO 8601 of weeks, days, hours,
 * minutes and seconds as `P7D` and `PT0.5S`; either with an optional sign. Returns undefined for any other text. The one
 * parser of durations: options, seeds, faults and test control use it.
 */
export function millisecondsIn(duration: string): number | undefined {
  const parsed = isoSum(duration) ?? shortSum(duration)
  if (parsed === undefined) return undefined
  const milliseconds = Math.round(parsed.sum)
  return parsed.sign === '-' && milliseconds !== 0 ? -milliseconds : milliseconds
}

/** Parses a duration, as `millisecondsIn` does, to seconds, which may be fractions. */
export function secondsOf(duration: string): number | undefined {
  const milliseconds = millisecondsIn(duration)
  return milliseconds === undefined ? undefined : milliseconds / 1000
}

interface SignedSum {
  readonly sign: string | undefined
  readonly sum: number
}

function isoSum(duration: string): SignedSum | undefined {
  const match = iso.exec(duration)
  if (match === null) return undefined
  const [, sign, ...amounts] = match
  return { sign, sum: isoUnits.reduce((total, unit, index) => total + unit * Number(amounts[index] ?? 0), 0) }
}

function shortSum(duration: string): SignedSum | undefined {
  const match = short.exec(duration)
  if (match === null) return undefined
  const [, sign, parts = ''] = match
  let sum = 0
  for (const [, amount, unit = ''] of parts.matchAll(shortPart)) sum += Number(amount) * (shortUnits[unit] ?? 0)
  return { sign, sum }
}
