import { z } from 'zod'

const Ids = z.array(z.string())
const Counted = z.object({ count: z.int(), requests: Ids.meta({ description: 'The ids of the first of them.' }) })
const Occurrences = z.array(z.object({ world: z.string(), message: z.string(), requests: Ids }))

const Finding = z
  .object({
    finding: z.string().meta({ description: 'Its name, as `fail_on` takes it.' }),
    title: z.string(),
    harm: z.string().meta({ description: 'The consequence in production.' }),
    instead: z.string().meta({ description: 'The advice.' }),
    count: z.int().meta({ description: 'The number of occurrences.' }),
    occurrences: Occurrences.meta({ description: 'The first thousand.' }),
  })
  .meta({ id: 'Finding', description: 'Something that passes here and breaks in production.' })

const HabitFound = z
  .object({
    habit: z.string(),
    title: z.string(),
    harm: z.string(),
    instead: z.string(),
    count: z.int(),
    findings: Occurrences,
  })
  .meta({ id: 'HabitFound', description: 'A finding in the form of earlier versions.', deprecated: true })

const parts = {
  worlds: z.array(z.string()),
  requests: z.int().meta({ description: 'All of them, also those that the journal has forgotten.' }),
  forgotten: z.int().meta({
    description: 'Those of them that the journal has no room for any more: they are counted, and cannot be listed.',
  }),
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
  findings: z.array(Finding),
  limits_reached: z.array(z.string()).meta({
    description: 'A sentence for each bound of memory because of which something may be missing; none as a rule.',
  }),
  habits: z.array(HabitFound).meta({
    description: 'Deprecated: the same as `findings`, under the names of earlier versions.',
    deprecated: true,
  }),
}

/** The report on the calls of clients, the errors that they met, and the findings in their calls. */
export const ReportReply = z.object(parts).meta({ id: 'Report' })

/** A report that exceeds a threshold. */
export const ReportRefused = z
  .object({ code: z.int(), message: z.string(), failures: Ids, ...parts })
  .meta({ id: 'ReportRefused', description: 'A report that a threshold does not let pass.' })

/** The report on the calls of clients, the errors that they met, and the findings in their calls. */
export type ReportReply = z.output<typeof ReportReply>
