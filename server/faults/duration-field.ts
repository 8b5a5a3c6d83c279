import { z } from 'zod'
import { longestWait } from '../domain/faults/latency.ts'
import { millisecondsIn } from '../domain/time/duration.ts'

/** Converts the text of a duration to milliseconds; returns anything else unchanged, for the schema to refuse. */
const parseMilliseconds = (input: unknown): unknown =>
  typeof input === 'string' ? (millisecondsIn(input) ?? input) : input

const error = `is no time from 0 to ${longestWait / 60_000} minutes: send milliseconds, or text such as 250ms, 2s or 1m`

/** A real time in milliseconds, ten minutes at most. */
export const MillisecondsField = z
  .preprocess(
    (input: number | string) => parseMilliseconds(input),
    z.int({ error }).min(0, { error }).max(longestWait, { error }),
  )
  .meta({
    id: 'Milliseconds',
    description: 'Milliseconds, or text like `250ms`, `2s` or `PT1M`. At most ten minutes.',
    'x-or-text': true,
  })

const Distribution = z.union([
  z
    .strictObject({ distribution: z.literal('uniform'), lower: MillisecondsField, upper: MillisecondsField })
    .refine(({ lower, upper }) => lower <= upper, { error: 'must have an upper that is no less than lower' }),
  z.strictObject({ distribution: z.literal('normal'), mean: MillisecondsField, deviation: MillisecondsField }),
  z.strictObject({ distribution: z.literal('lognormal'), median: MillisecondsField, sigma: z.number().min(0).max(10) }),
])

/** A delay in real time, constant or drawn from a distribution. */
export const LatencyField = z
  .preprocess(
    (input: number | string | z.input<typeof Distribution>) => parseMilliseconds(input),
    z.union([z.int().min(0).max(longestWait), Distribution], {
      error: `${error}; or a distribution: uniform with lower and upper, normal with mean and deviation, lognormal with median and sigma`,
    }),
  )
  .meta({
    id: 'Latency',
    description:
      "Milliseconds, text like `2s`, or a distribution: `uniform`, `normal` or `lognormal`. Values are drawn by the fault's seed.",
    example: { distribution: 'uniform', lower: 20, upper: 80 },
    'x-or-text': true,
  })
