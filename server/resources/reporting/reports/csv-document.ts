import type { AttributeValue } from '../delivery/attribute-repository.ts'
import type { RowColumns } from './row-columns.ts'
import type { EntityRow, EntityRows } from './rows.ts'

/**
 * Yields a report in CSV (F66): a line with the names of the columns, as requests have them (assumed), then a line for
 * each row. Figures without a value are 0 and attributes empty.
 *
 * @param has Which columns come before those of the request: dates, and what is broken down by.
 */
export async function* csvDocument(
  columns: RowColumns,
  entities: AsyncIterable<EntityRows>,
  has: { readonly dates: boolean; readonly targets: boolean },
): AsyncGenerator<string> {
  const names = columns.columns.map(({ name }) => name)
  const before = [...(has.dates ? ['DATE'] : []), ...(has.targets ? ['TARGETING_TYPE', 'TARGETING_VALUE'] : [])]
  yield `${[...before, ...names].join(',')}\n`
  for await (const entity of entities) {
    const attributes = entity.attributes.map((value, index) =>
      cell(columns.attributes[index]?.kind === 'flag' && value !== null ? String(value !== 0) : value),
    )
    let text = ''
    for (const row of entity.rows) text += lineOf(columns, attributes, row)
    yield text
  }
}

function lineOf({ columns }: RowColumns, attributes: readonly string[], { date, target, figures }: EntityRow): string {
  let text = date === undefined ? '' : `,${date}`
  if (target) text += `,${target.type},${cell(target.value)}`
  for (const { figure, attribute } of columns) {
    text +=
      figure === undefined ? `,${attribute === undefined ? '' : attributes[attribute]}` : `,${figures[figure] ?? 0}`
  }
  return `${text.slice(1)}\n`
}

const special = /[",\r\n]/

/** Returns a value as CSV has it: in quotes where it needs them (RFC 4180). */
function cell(value: AttributeValue): string {
  const text = value === null ? '' : String(value)
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
