import { z } from 'zod'
import { divergenceKinds } from '../domain/api-version/divergence.ts'
import { apiVersions } from '../domain/api-version/versions.ts'
import { answerSources } from '../journal/answer-source.ts'
import { ComparisonReport } from './report-comparisons.ts'

const Ids = z.array(z.string())
const Counted = z.object({ count: z.int(), requests: Ids.meta({ description: 'Ids of the first requests.' }) })
const Occurrences = z.array(z.object({ world: z.string(), message: z.string(), requests: Ids }))

const Finding = z
  .object({
    finding: z.string().meta({ description: 'Name of the finding, for `fail_on`.' }),
    title: z.string(),
    harm: z.string().meta({ description: 'Consequence in production.' }),
    instead: z.string().meta({ description: 'Advice.' }),
    count: z.int().meta({ description: 'Number of occurrences.' }),
    occurrences: Occurrences.meta({ description: 'The first thousand.' }),
  })
  .meta({ id: 'Finding', description: 'A finding: client behavior that passes here and breaks in production.' })

const HabitFound = z
  .object({
    habit: z.string(),
    title: z.string(),
    harm: z.string(),
    instead: z.string(),
    count: z.int(),
    findings: Occurrences,
  })
  .meta({ id: 'HabitFound', description: 'Finding in the form of earlier versions.', deprecated: true })

const Difference = Counted.extend({
  difference: z.enum(divergenceKinds).meta({ description: 'Kind of the difference, by what the other version does.' }),
  at: z.string().meta({ description: 'Key path of the field, or parameter; empty for an operation.' }),
  value: z.string().nullable().meta({ description: 'Value that only one version knows.' }),
  breaking: z.boolean().meta({ description: 'Whether the client loses something by it.' }),
  message: z.string(),
}).meta({ id: 'VersionDifference', description: 'Way in which another version answers calls otherwise.' })

const Rehearsal = z
  .object({
    version: z.enum(apiVersions),
    calls: z.int().meta({ description: 'Number of calls that were compared.' }),
    different: z.int().meta({ description: 'Number of calls that the version would answer otherwise.' }),
    breaking: z.int().meta({ description: 'Number of calls by which a client would lose.' }),
    operations: z.array(
      z.object({
        operation: z.string(),
        calls: z.int(),
        example: z
          .object({ request: z.string(), method: z.string(), url: z.string() })
          .meta({ description: 'First of the calls.' }),
        differences: z.array(Difference),
      }),
    ),
  })
  .meta({ id: 'RehearsalReport', description: 'Calls compared with another version of the API.' })

const parts = {
  worlds: z.array(z.string()),
  requests: z.int().meta({ description: 'Number of requests, including those that the journal discarded.' }),
  forgotten: z.int().meta({
    description: 'Number of requests that the journal discarded. They are counted, and cannot be listed.',
  }),
  operations: z.object({
    built: z.int(),
    met: z.array(z.object({ operation: z.string(), calls: z.int(), refused: z.int() })),
    never: Ids.meta({ description: 'Implemented operations that were never called.' }),
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
    .meta({ description: 'Situations that clients meet in production, with the number of times they were met.' }),
  never: Ids.meta({
    description: 'Situations of `met` that these clients never met.',
  }),
  findings: z.array(Finding),
  rehearsals: z.array(Rehearsal).meta({
    description: 'Calls compared with other versions of the API, by version. Empty unless `rehearse` is set.',
  }),
  fallbacks: z
    .array(
      Counted.extend({
        source: z.enum(answerSources),
        operation: z.string(),
        refused: z.int().meta({ description: 'Number of calls that were refused.' }),
      }),
    )
    .meta({
      description:
        'Calls of operations that this server does not have, answered by a description (`contract`) or a recording. Empty without these options.',
    }),
  comparisons: ComparisonReport,
  limits_reached: z.array(z.string()).meta({
    description: 'One sentence for each memory limit that may have left something out. Usually empty.',
  }),
  habits: z.array(HabitFound).meta({
    description: 'Deprecated. `findings` under the names of earlier versions.',
    deprecated: true,
  }),
}

/** The report on the calls of clients, the errors that they met, and the findings in their calls. */
export const ReportReply = z.object(parts).meta({ id: 'Report' })

/** A report that exceeds a threshold. */
export const ReportRefused = z
  .object({ code: z.int(), message: z.string(), failures: Ids, ...parts })
  .meta({ id: 'ReportRefused', description: 'Report that violates a threshold.' })

/** The report on the calls of clients, the errors that they met, and the findings in their calls. */
export type ReportReply = z.output<typeof ReportReply>
