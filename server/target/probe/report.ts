import type { Difference, Evidence, Seen } from './evidence.ts'
import type { Plan } from './plan.ts'
import type { LeftBehind } from './put-away.ts'

/** Returns what a probe is going to do, in lines for people. */
export function planLines({ cases, untold, calls, made }: Plan, target: string, adAccount: string): readonly string[] {
  const list = (counts: ReadonlyMap<string, number>): string =>
    [...counts].map(([name, count]) => `${count} ${name}`).join(', ') || 'nothing'
  return [
    `Probe of ${target}, ad account ${adAccount}`,
    `  Rules     ${new Set(cases.map(({ rule }) => rule)).size} are probed, ${untold.size} cannot be told`,
    `  Calls     at most ${list(calls)}`,
    `  Makes     at most ${list(made)}; all PAUSED, DRAFT or secret, so nothing can spend`,
    '  Ends      with everything archived or deleted that it made',
  ]
}

/** Returns what a probe found, in lines for people: differences side by side, then counts. */
export function resultLines({ rules, operations }: Evidence, left: readonly LeftBehind[]): readonly string[] {
  const entries = Object.entries(rules)
  const counts = (['agrees', 'differs', 'untold'] as const).map(
    (verdict) => entries.filter(([, one]) => one.verdict === verdict).length,
  )
  return [
    ...entries.flatMap(([rule, { differences = [] }]) =>
      differences.flatMap((one) => [`${rule} differs${momentText(one)}`, ...sides(one)]),
    ),
    ...Object.entries(operations).flatMap(([operation, { missing, added, types }]) => [
      `${operation} answers another shape`,
      ...missing.map((path) => `  missing   ${path}`),
      ...Object.entries(added).map(([path, type]) => `  added     ${path}: ${type}`),
      ...Object.entries(types).map(([path, [our, their]]) => `  type      ${path}: ours ${our}, theirs ${their}`),
    ]),
    ...untoldLines(entries),
    ...left.map(({ kind, id, reason }) => `Left behind: ${kind} ${id}: ${reason}`),
    `${counts[0]} agree, ${counts[1]} differ, ${counts[2]} cannot be told; ${Object.keys(operations).length} shapes differ`,
  ]
}

const momentText = ({ call, moment, what }: Difference): string =>
  `${moment === undefined ? '' : ` ${moment}`}, ${call === 'refused' ? 'where it refuses' : 'where it lets pass'}: ${what.join(', ')}`

const sides = ({ ours, theirs }: Difference): readonly string[] => [
  `  ours      ${seenText(ours)}`,
  `  theirs    ${seenText(theirs)}`,
]

const seenText = ({ status, code, message }: Seen): string =>
  message === undefined ? `${status}, passes` : `${status}, code ${code ?? 'none'}: ${message}`

/** Names rules that cannot be told by their reason, since most have one of a few. */
function untoldLines(entries: readonly [string, Evidence['rules'][string]][]): readonly string[] {
  const byReason = Map.groupBy(
    entries.filter(([, { verdict }]) => verdict === 'untold'),
    ([, { reason }]) => reason ?? '',
  )
  return [...byReason].map(([reason, ofReason]) =>
    ofReason.length > 3
      ? `Cannot be told: ${ofReason.length} rules: ${reason}`
      : `Cannot be told: ${ofReason.map(([rule]) => rule).join(', ')}: ${reason}`,
  )
}
