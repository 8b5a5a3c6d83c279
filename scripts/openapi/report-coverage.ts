import type { Operation } from '#openapi/operations.ts'
import type { RecordedDifference, Recording } from './recordings.ts'
import { generated, groupedBy, table } from './report-text.ts'

/** The content of the coverage page. */
export interface Coverage {
  readonly operations: readonly Operation[]
  /** The ids of the implemented operations. */
  readonly built: ReadonlySet<string>
  readonly recordings: readonly Recording[]
  readonly meant: readonly RecordedDifference[]
}

/**
 * Renders the coverage page: for every documented operation, whether it is implemented and compared with a recording.
 */
export function coveragePage({ operations, built, recordings, meant }: Coverage): string {
  const recorded = groupedBy(recordings, ({ operation }) => operation)
  const isImplemented = ({ id }: Operation): boolean => built.has(id)
  const isHeld = (operation: Operation): boolean => isImplemented(operation) && recorded.has(operation.id)
  const rows = {
    Operations: operations,
    "of those that Pinterest's sandbox has": operations.filter(({ sandbox }) => sandbox),
    "of those that Pinterest's sandbox lacks": operations.filter(({ sandbox }) => !sandbox),
    'of those of which an answer was recorded': operations.filter(({ id }) => recorded.has(id)),
  }
  return `${[
    '# Coverage',
    `Every operation that version 5.23 of the API documents, and those that 5.28 adds. ${generated}`,
    table(
      ['', 'Built', 'Held against a recording', 'Documented'],
      Object.entries(rows).map(([name, group]) => [
        name,
        String(group.filter(isImplemented).length),
        String(group.filter(isHeld).length),
        String(group.length),
      ]),
    ),
    'What is not implemented answers 501 and names the operation; it never makes an answer up. The rate category is the one that a call counts against. The last column tells how many answers of the live service are known, and of which day: what is built is held to them by every run of the tests.',
    ...[...groupedBy(operations, ({ tag }) => tag)].flatMap(([tag, group]) => [
      `## ${tag} (${group.filter(isImplemented).length} of ${group.length})`,
      table(
        ['Operation', 'Method', 'Path', 'Here', 'Sandbox', 'Rate category', 'Held against a recording'],
        group.map((operation) => [
          `\`${operation.id}\``,
          operation.method,
          `\`${operation.path}\``,
          isImplemented(operation) ? 'built' : '501',
          operation.sandbox ? 'yes' : 'no',
          operation.rate_category,
          held(recorded.get(operation.id) ?? [], isImplemented(operation)),
        ]),
      ),
    ]),
    '## Where an answer differs from its recording',
    meant.length === 0 ? 'Nowhere.' : 'Each difference is meant, and the tests find no other.',
    ...(meant.length === 0 ? [] : [differencesTable(meant)]),
  ].join('\n\n')}\n`
}

function held(recordings: readonly Recording[], isImplemented: boolean): string {
  if (recordings.length === 0) return 'no'
  const count = recordings.reduce((sum, one) => sum + one.recordings, 0)
  const days = [...new Set(recordings.map(({ when }) => when))].sort().join(', ')
  return `${isImplemented ? '' : 'not yet: '}${count} of ${days}`
}

const differencesTable = (meant: readonly RecordedDifference[]): string =>
  table(
    ['Operation', 'Difference', 'Reason', 'Source'],
    meant.map(({ operation, difference, reason, source }) => [`\`${operation}\``, difference, reason, source]),
  )
