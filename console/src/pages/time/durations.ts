const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

/** The steps of the slider, from a minute to eight weeks. */
export const steps: readonly string[] = [
  '1m',
  '5m',
  '15m',
  '30m',
  '1h',
  '3h',
  '6h',
  '12h',
  '1d',
  '2d',
  '3d',
  '1w',
  '2w',
  '4w',
  '8w',
]

/** Returns the milliseconds of a duration such as `1h30m`; undefined for other texts, which the server alone reads. */
export function millisecondsOf(text: string): number | undefined {
  const match = /^([+-]?)((?:\d+(?:\.\d+)?(?:ms|[smhdw]))+)$/.exec(text.trim())
  if (match === null) return undefined
  let sum = 0
  for (const [, amount, unit = ''] of (match[2] ?? '').matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)) {
    sum += Number(amount) * (units[unit] ?? 0)
  }
  return match[1] === '-' ? -sum : sum
}

/** Returns seconds as a duration for people: the two largest units. */
export function durationText(seconds: number): string {
  const parts: string[] = []
  const precision = seconds > 3600 ? 60 : 1
  let rest = Math.round(Math.abs(seconds) / precision) * precision
  for (const unit of ['w', 'd', 'h', 'm', 's']) {
    const size = (units[unit] ?? 1) / 1000
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) parts.push(`${count}${unit}`)
  }
  return parts.slice(0, 2).join(' ') || '0s'
}
