import { z } from 'zod'
import { millisecondsIn, secondsOf } from '#server/domain/time/duration.ts'

const invalidDuration =
  'is not a duration of weeks, days, hours, minutes and seconds with its unit, such as 7d, 1h30m, 250ms or P7D'

/** Returns the schema of a duration with its unit, parsed to a number of units of that many milliseconds. */
const durationIn = (unit: number) =>
  z
    .string(invalidDuration)
    .transform((text, context) => {
      const milliseconds = millisecondsIn(text)
      if (milliseconds !== undefined) return milliseconds / unit
      context.addIssue({ code: 'custom', message: invalidDuration })
      return z.NEVER
    })
    .meta({ description: 'Duration with a unit: `7d`, `1h30m`, `250ms` or `P7D`.', example: '7d' })

/** A duration with its unit; parsed to milliseconds. A number is refused: it would not say which unit it has. */
export const DurationField = durationIn(1)

/** The same, parsed to seconds. */
export const DurationInSeconds = durationIn(1000)

/** Converts the text of a duration to seconds; returns anything else unchanged, for the schema to refuse. */
const parseSeconds = (input: unknown): unknown => (typeof input === 'string' ? (secondsOf(input) ?? input) : input)

/** Returns the schema of whole seconds within bounds, which also takes the text of a duration. */
export function secondsField(min: number, max = Number.MAX_SAFE_INTEGER) {
  const error = 'is no time in whole seconds: send seconds, or text such as 30s or 5m'
  const seconds = z.int({ error: ({ code }) => (code === 'invalid_type' ? error : undefined) })
  return z
    .preprocess((input: number | string) => parseSeconds(input), seconds.min(min).max(max))
    .meta({ 'x-or-text': true })
}
