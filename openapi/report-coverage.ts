import type { Operation } from './operations.ts'
import { generated, groupedBy, table } from './report-text.ts'

/** Every documented operation on one page, and whether it is built. */
export function coveragePage(operations: readonly Operation[], built: ReadonlySet<string>): string {
  const isBuilt = ({ id }: Operation): boolean => built.has(id)
  const missing = operations.filter(({ sandbox }) => !sandbox)
  const offered = operations.filter(({ sandbox }) => sandbox)
  return `${[
    '# Coverage',
    `Every operation that version 5.23 of the API documents, and those of 5.28 that are known here. ${generated}`,
    table(
      ['', 'Built', 'Documented'],
      [
        ['Operations', String(operations.filter(isBuilt).length), String(operations.length)],
        ["of those that Pinterest's sandbox has", String(offered.filter(isBuilt).length), String(offered.length)],
        ["of those that Pinterest's sandbox lacks", String(missing.filter(isBuilt).length), String(missing.length)],
      ],
    ),
    'What is not built answers 501 and names the operation; it never makes an answer up. The rate category is the one that a call counts against.',
    ...[...groupedBy(operations, ({ tag }) => tag)].flatMap(([tag, group]) => [
      `## ${tag} (${group.filter(isBuilt).length} of ${group.length})`,
      table(
        ['Operation', 'Method', 'Path', 'Here', 'Sandbox', 'Rate category'],
        group.map((operation) => [
          `\`${operation.id}\``,
          operation.method,
          `\`${operation.path}\``,
          isBuilt(operation) ? 'built' : '501',
          operation.sandbox ? 'yes' : 'no',
          operation.rate_category,
        ]),
      ),
    ]),
  ].join('\n\n')}\n`
}
