import { comparisonLines } from './report-comparisons.ts'
import { rehearsalLines } from './report-rehearsals.ts'
import type { ReportReply } from './report-schema.ts'

const labels: Readonly<Record<keyof ReportReply['met'], string>> = {
  pages_past_the_first: 'a page past the first',
  rate_limits: 'a rate limit (429)',
  token_expiries: 'a token that expired',
  partial_failures: 'a batch of which a part was refused',
  server_errors: 'an error of the server (5xx)',
  lost_answers: 'an answer that was lost',
}

/** Renders a report as a page of Markdown. */
export function markdownOf(report: ReportReply, failures: readonly string[]): string {
  const { worlds, requests, forgotten, operations, errors, rules, faults, met, findings } = report
  const { rehearsals, fallbacks, comparisons, limits_reached } = report
  const lines = [
    '# What the clients did',
    '',
    `${requests} requests in ${worlds.length} ${worlds.length === 1 ? 'world' : 'worlds'}; ${operations.met.length} of ${operations.built} operations.`,
    ...(forgotten > 0 ? ['', `${forgotten} of them are counted here and cannot be listed any more.`] : []),
    ...section(
      'What may be missing',
      limits_reached.map((limit) => `- ${limit}.`),
    ),
    ...section(
      'This report does not pass',
      failures.map((failure) => `- ${failure}`),
    ),
    ...section(
      'Findings',
      findings.flatMap(({ finding, title, harm, instead, occurrences }) => [
        `### ${title} (\`${finding}\`)`,
        '',
        `${harm} ${instead}`,
        '',
        ...occurrences.map(({ world, message, requests: ids }) => `- ${message} (${world}: ${ids.join(', ')})`),
        '',
      ]),
    ),
    ...rehearsals.flatMap((one) => section(`With version ${one.version}`, rehearsalLines(one))),
    ...section('Compared with another server', comparisonLines(comparisons)),
    ...table(
      'Answered from elsewhere',
      ['operation', 'from', 'times', 'refused'],
      fallbacks.map(({ operation, source, count, refused }) => [operation, source, count, refused]),
    ),
    ...section('Met, and never met', [
      '| what | times |',
      '|---|---|',
      ...(Object.keys(labels) as (keyof typeof labels)[]).map(
        (name) => `| ${labels[name]} | ${met[name].count || '**never**'} |`,
      ),
    ]),
    ...table(
      'Errors',
      ['status', 'code', 'times', 'operations'],
      errors.map(({ status, code, count, operations: where }) => [status, code, count, where.join(', ')]),
    ),
    ...table(
      'Rules that refused',
      ['rule', 'times', 'operations'],
      rules.map(({ rule, count, operations: where }) => [rule, count, where.join(', ')]),
    ),
    ...table(
      'Faults',
      ['fault', 'times'],
      faults.map(({ fault, count }) => [fault, count]),
    ),
    ...table(
      'Operations met',
      ['operation', 'calls', 'refused'],
      operations.met.map(({ operation, calls, refused }) => [operation, calls, refused]),
    ),
    ...section('Operations never met', [operations.never.join(', ')].filter(Boolean)),
  ]
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]

const table = (title: string, heads: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  section(title, rows.length === 0 ? [] : [row(heads), row(heads.map(() => '---')), ...rows.map(row)])

const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
