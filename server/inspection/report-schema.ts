import { z } from 'zod'

const Ids = z.array(z.string())
const Counted = z.object({ count: z.int(), requests: Ids.meta({ description: 'The ids of the first of them.' }) })

const HabitFound = z
  .object({
    habit: z.string(),
    title: z.string(),
    harm: z.string(),
    instead: z.string(),
    count: z.int(),
    findings: z.array(z.object({ world: z.string(), message: z.string(), requests: Ids })),
  })
  .meta({ id: 'HabitFound', description: 'Something that passes here and breaks in production.' })

const parts = {
  worlds: z.array(z.string()),
  requests: z.int(),
  forgotten: z
    .int()
    .meta({ description: 'Requests that the journal had no room for any more: nothing is told of them.' }),
  operations: z.object({
    built: z.int(),
    met: z.array(z.object({ operation: z.string(), calls: z.int(), refused: z.int() })),
    never: Ids.meta({ description: 'Operations that are built and were never called.' }),
  }),
  errors: z.array(Counted.extend({ status: z.int(), code: z.int(), operations: Ids })),
  rules: z.array(Counted.extend({ rule: z.string(), operations: Ids })),
  faults: z.array(Counted.extend({ fault: z.string() })),
  met: z
    .object({
      pages_past_the_first: Counted,
      rate_limits: Counted,
      token_expiries: Counted,
      partial_failures: Counted,
      server_errors: Counted,
      lost_answers: Counted,
    })
    .meta({ description: 'What every client meets in production sooner or later.' }),
  never: Ids.meta({
    description: 'Those of `met` that these clients never met: nothing is known of how they take it.',
  }),
  habits: z.array(HabitFound),
}

/** What clients did, met, and never met. */
export const ReportReply = z.object(parts).meta({ id: 'Report' })

/** The same, refused by a threshold. */
export const ReportRefused = z
  .object({ code: z.int(), message: z.string(), failures: Ids, ...parts })
  .meta({ id: 'ReportRefused', description: 'A report that a threshold does not let pass.' })

export type ReportReply = z.output<typeof ReportReply>
