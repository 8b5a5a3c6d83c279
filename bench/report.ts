import { writeFileSync } from 'node:fs'
import type { Run } from './history.ts'
import type { Peer } from './peer.ts'
import { formatFigure, type Result, verdict } from './result.ts'
import type { Summary } from './rounds.ts'

/** The circumstances of a run. */
export interface About {
  readonly command: string
  readonly date: string
  readonly machine: Readonly<Record<string, string | number>>
  readonly versions: Readonly<Record<string, string>>
  readonly peers: readonly Peer[]
}

/** The rows of one table. */
export interface GroupOfResults {
  readonly title: string
  readonly results: readonly Result[]
}

const file = new URL('RESULTS.md', import.meta.url)

/** Writes the report in place of the last one. */
export const writeReport = (about: About, groups: readonly GroupOfResults[], runs: readonly Run[]): void =>
  writeFileSync(file, reportOf(about, groups, runs))

/** Renders the report as Markdown. */
export function reportOf(about: About, groups: readonly GroupOfResults[], runs: readonly Run[]): string {
  const listed = (facts: Readonly<Record<string, string | number>>): string =>
    Object.entries(facts)
      .map(([name, value]) => `${name} ${value}`)
      .join(' · ')
  return `# What the bench measured

Written by \`${about.command}\` on ${about.date}; the next full run replaces it. What was not reached, and why, is told in [FINDINGS.md](FINDINGS.md); how it is measured, in [decisions/0018](../decisions/0018-how-speed-is-measured.md).

Machine: ${listed(about.machine)}.

Versions: ${listed(about.versions)}.

Figures are medians. **req/s** are answers per second of the server's processor time, its threads and child processes included. **×** is the median of the rounds' ratios to the second line of the row, beside it the middle half of these ratios; all contestants of a row were measured in turns, in one run.

${groups.map(tableOf).join('\n\n')}

## The last runs

Ratios of ours to the second line, the latest run first. A loss shows here.

${runsTable(runs)}

## How the peers are set up

All hold, where they hold anything, the same 1,000 campaigns of one ad account; for the start, those of the small seed.

${about.peers.map(({ name, setUp, suiteSetUp }) => `- **${name}**: ${setUp}.${suiteSetUp === undefined ? '' : ` In the suite: ${suiteSetUp}.`}`).join('\n')}
`
}

function runsTable(runs: readonly Run[]): string {
  const names = [...new Set(runs.flatMap(({ ratios }) => Object.keys(ratios)))]
  const ratioOf = ({ ratios }: Run, name: string): string =>
    ratios[name] === undefined ? '' : formatFigure(ratios[name])
  return [
    cells(['row', ...runs.map(({ date }) => date)]),
    `|---|${'---:|'.repeat(runs.length)}`,
    ...names.map((name) => cells([name, ...runs.map((run) => ratioOf(run, name))])),
  ].join('\n')
}

const tableOf = ({ title, results }: GroupOfResults): string => `## ${title}

| row | who | figure | × | middle half | bytes | reach | reached |
|---|---|---:|---:|---:|---:|---|---|
${results.flatMap(linesOf).join('\n')}`

function linesOf(result: Result): string[] {
  const { name, unit, summaries, skipped, reach = '' } = result
  const line = (summary: Summary, index: number): string =>
    cells([
      index === 0 ? `**${name}**` : '',
      index === 0 ? `**${summary.name}**` : summary.name,
      `${formatFigure(summary.figure)} ${unit}`,
      formatFigure(summary.ratio),
      summary.spread.map(formatFigure).join('–'),
      String(summary.bytes ?? ''),
      index === 0 ? reach : '',
      index === 0 ? verdict(result) : aheadOfOurs(summary, result),
    ])
  return [
    ...summaries.map(line),
    ...Object.entries(skipped).map(([peer, why]) => cells(['', peer, `skipped: ${why}`, '', '', '', '', ''])),
  ]
}

/** Marks a peer that is ahead of ours. */
const aheadOfOurs = ({ name }: Summary, { behind }: Result): string =>
  behind.includes(name) ? '**ahead of ours**' : ''

const cells = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`
