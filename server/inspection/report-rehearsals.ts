import { divergenceText, isBreaking } from '../domain/api-version/divergence.ts'
import type { ApiVersion } from '../domain/api-version/versions.ts'
import type { Redactor } from '../domain/redaction/redactor.ts'
import type { CallCounts } from '../journal/statistics/call-counts.ts'
import type { CountedDivergence, RehearsalCounts } from '../journal/statistics/rehearsal-counts.ts'
import type { ReportReply } from './report-schema.ts'

type Rehearsal = ReportReply['rehearsals'][number]

/** Returns what other versions would answer otherwise, by version; operations with the most calls come first. */
export const rehearsalsIn = ({ rehearsals }: CallCounts, redactor: Redactor): ReportReply['rehearsals'] =>
  [...rehearsals].map(([version, { calls, different, breaking, operations }]) => ({
    version,
    calls,
    different,
    breaking,
    operations: operationsOf(version, operations, redactor),
  }))

const operationsOf = (
  version: ApiVersion,
  operations: RehearsalCounts['operations'],
  redactor: Redactor,
): Rehearsal['operations'] =>
  [...operations]
    .map(([operation, { calls, example, byKey }]) => ({
      operation,
      calls,
      example: { ...example, url: redactor.url(example.url) },
      differences: [...byKey.values()].map((counted) => differenceOf(version, counted)),
    }))
    .sort((one, other) => other.calls - one.calls)

function differenceOf(
  version: ApiVersion,
  { divergence, tally }: CountedDivergence,
): Rehearsal['operations'][number]['differences'][number] {
  const { kind, at, value } = divergence
  return {
    difference: kind,
    at,
    value,
    breaking: isBreaking(divergence),
    message: divergenceText(version, divergence),
    count: tally.count,
    requests: [...tally.requests],
  }
}

/** Returns what a version would answer otherwise as lines of Markdown, what breaks first. */
export function rehearsalLines({ version, calls, different, breaking, operations }: Rehearsal): readonly string[] {
  const rows = operations.flatMap(({ operation, example, differences }) =>
    differences.map((one) => ({ operation, example, ...one })),
  )
  const sorted = [...rows.filter((row) => row.breaking), ...rows.filter((row) => !row.breaking)]
  return [
    `${calls} calls were compared with version ${version}: it would answer ${different} of them otherwise, and ${breaking} of them break.`,
    ...(sorted.length === 0
      ? []
      : ['', '| operation | what differs | breaks | times | an example |', '|---|---|---|---|---|']),
    ...sorted.map(
      ({ operation, message, breaking: breaks, count, requests, example }) =>
        `| ${operation} | ${escaped(message)} | ${breaks ? '**yes**' : 'no'} | ${count} | ${escaped(`${example.method} ${example.url}`)} (${requests[0]}) |`,
    ),
  ]
}

const escaped = (text: string): string => text.replaceAll('|', '\\|')
