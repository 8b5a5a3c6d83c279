import type { Comparison } from './options.ts'

/** Returns what a comparison came to, for people: the differences by operation, and what was not compared. */
export function comparisonText({ target, calls, differences, retried, skipped }: Comparison): string {
  const byOperation = Map.groupBy(differences, ({ operation }) => operation)
  const operations = [...byOperation].flatMap(([operation, found]) => [
    `${operation}:`,
    ...found.map(({ message, count, requests }) => `  ${message} (${count} times: ${requests.join(', ')})`),
  ])
  const { compared, recorded, different } = calls
  return [
    `${compared} of ${recorded} calls were compared with ${target}: it answers ${different} of them otherwise.`,
    ...(operations.length === 0 ? [] : ['', ...operations]),
    ...(retried.length === 0 ? [] : ['', 'Passed when repeated:']),
    ...retried.map(({ operation, reason, count }) => `  ${operation}, ${count} times: ${reason}`),
    ...(skipped.length === 0 ? [] : ['', 'Not compared:']),
    ...skipped.map(({ reason, count }) => `  ${count} calls: ${reason}`),
  ].join('\n')
}
