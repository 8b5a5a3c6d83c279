const shape = /^([+-]?)P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
const seconds = [604_800, 86_400, 3600, 60, 1]

/** Parses an ISO 8601 duration of weeks, days, hours, minutes and seconds, with an optional sign: `-P1DT12H`. */
export function secondsOf(duration: string): number | undefined {
  const match = shape.exec(duration)
  if (match === null) return undefined
  const [, sign, ...amounts] = match
  const sum = seconds.reduce((total, unit, index) => total + unit * Number(amounts[index] ?? 0), 0)
  return sign === '-' ? -sum : sum
}
