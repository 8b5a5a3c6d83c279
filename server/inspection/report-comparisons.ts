import { z } from 'zod'
import type { Redactor } from '../domain/redaction/redactor.ts'
import type { CallCounts } from '../journal/statistics/call-counts.ts'
import { AnswerDifference, differenceView } from './comparison-schema.ts'

const Difference = AnswerDifference.extend({
  operation: z.string().nullable(),
  count: z.int(),
  requests: z.array(z.string()).meta({ description: 'Ids of the first requests.' }),
}).meta({ id: 'CountedAnswerDifference' })

/** The calls that another server got as well, and how it answered otherwise. */
export const ComparisonReport = z
  .object({
    same: z.int().meta({ description: 'Number of calls that were answered alike.' }),
    different: z.int(),
    failed: z.int().meta({ description: 'Number of calls that the other server did not answer.' }),
    dropped: z.int().meta({ description: 'Number of calls that were not sent on for want of room.' }),
    pending: z.int().meta({ description: 'Number of calls whose response is still expected.' }),
    differences: z.array(Difference),
    others: z.int().meta({ description: 'Number of differences that are not listed.' }),
  })
  .meta({ id: 'ComparisonReport', description: 'Calls compared with the server that `forward` names.' })

type ComparisonReport = z.output<typeof ComparisonReport>

/** Returns how another server answered otherwise, the most frequent first. */
export function comparisonsIn({ comparisons }: CallCounts, redactor: Redactor): ComparisonReport {
  const { same, differs, failed, dropped, pending } = comparisons.byState
  const differences = comparisons.all.map(({ operation, difference, tally }) => ({
    operation,
    ...differenceView(difference, redactor),
    count: tally.count,
    requests: [...tally.requests],
  }))
  const sorted = differences.sort((one, other) => other.count - one.count)
  return { same, different: differs, failed, dropped, pending, differences: sorted, others: comparisons.others }
}

/** Returns the comparison as lines of Markdown; none where no call was compared. */
export function comparisonLines({ differences, ...counts }: ComparisonReport): readonly string[] {
  const { same, different, failed, dropped, pending } = counts
  if (same + different + failed + dropped + pending === 0) return []
  const rows = differences.map(
    ({ operation, kind, at, mock, target, count, requests }) =>
      `| ${[operation ?? '', `${kind} ${at}`.trim(), mock ?? '', target ?? '', count, requests[0]].map(cell).join(' | ')} |`,
  )
  return [
    `The other server answered ${same} calls alike and ${different} otherwise; ${failed} got no answer, ${dropped} were not sent on, ${pending} are pending.`,
    ...(rows.length === 0
      ? []
      : [
          '',
          '| operation | what differs | this server | the other | times | an example |',
          '|---|---|---|---|---|---|',
        ]),
    ...rows,
  ]
}

const cell = (value: unknown): string => String(value).replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')
