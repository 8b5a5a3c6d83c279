import { csvCell } from '#server/http/responses/csv-cell.ts'
import type { AttributeValue } from '../delivery/attribute-repository.ts'
import type { RowColumns } from './row-columns.ts'
import { type EntityRow, longestPiece, type RowBatch } from './rows.ts'

/**
 * Yields a report in CSV (F66): a line with the names of the columns, as requests have them (assumed), then a line for
 * each row. Figures without a value are 0 and attributes empty.
 *
 * @param before The names of the columns before those of the request: of the date, and of what is broken down by.
 */
export async function* csvDocument(
  columns: RowColumns,
  batches: AsyncIterable<RowBatch>,
  before: readonly string[],
): AsyncGenerator<string> {
  const names = columns.columns.map(({ name }) => name)
  yield `${[...before, ...names].join(',')}\n`
  for await (const entities of batches) {
    let text = ''
    for (const entity of entities) {
      const attributes = entity.attributes.map((value, index) => attributeCell(columns, index, value))
      for (const row of entity.rows) {
        text += lineOf(columns, attributes, row)
        if (text.length < longestPiece) continue
        yield text
        text = ''
      }
    }
    yield text
  }
}

const attributeCell = ({ attributes }: RowColumns, index: number, value: AttributeValue): string =>
  csvCell(attributes[index]?.kind === 'flag' && value !== null ? String(value !== 0) : value)

function lineOf({ columns }: RowColumns, attributes: readonly string[], { date, target, figures }: EntityRow): string {
  const texts = textsOf(figures)
  let text = date === undefined ? '' : `,${date}`
  if (target) for (const value of Object.values(target)) text += `,${csvCell(value)}`
  for (const { figure, attribute } of columns) {
    if (figure !== undefined) text += `,${texts[figure]}`
    else text += attribute === undefined ? ',' : `,${attributes[attribute]}`
  }
  return `${text.slice(1)}\n`
}

/** Returns figures as text, those without a value as 0: with JSON.stringify, as in JSON. */
const textsOf = (figures: EntityRow['figures']): readonly string[] =>
  JSON.stringify(figures.map((figure) => figure ?? 0))
    .slice(1, -1)
    .split(',')
