import type { AttributeValue } from '../delivery/attribute-repository.ts'
import type { RowColumns } from './row-columns.ts'
import { type EntityRow, type EntityRows, longestPiece, type RowBatch } from './rows.ts'

/**
 * Yields a report in JSON (F65): an object with an array of rows for each key. What has no value or is 0 is left out of a
 * row. An empty report is `{}`.
 *
 * @param keyOf Returns the key of a row: the entity's id, or the date.
 */
export async function* jsonDocument(
  columns: RowColumns,
  batches: AsyncIterable<RowBatch>,
  keyOf: (entity: EntityRows, row: EntityRow) => string,
): AsyncGenerator<string> {
  const figuresText = figuresWriter(columns)
  let key: string | undefined
  for await (const entities of batches) {
    let text = ''
    for (const entity of entities) {
      const attributes = attributesText(columns, entity.attributes)
      for (const row of entity.rows) {
        const next = keyOf(entity, row)
        if (next !== key) text += `${key === undefined ? '{' : '],'}${JSON.stringify(next)}:[`
        else text += ','
        key = next
        text += rowText(row, attributes, figuresText(row.figures))
        if (text.length < longestPiece) continue
        yield text
        text = ''
      }
    }
    yield text
  }
  yield key === undefined ? '{}' : ']}'
}

const digits = /^[1-9]\d*$/

/** Returns the attributes that have a value, each after a comma. */
function attributesText({ columns, attributes }: RowColumns, values: readonly AttributeValue[]): string {
  let text = ''
  for (const { name, attribute = -1 } of columns) {
    const value = values[attribute]
    if (value == null || value === '') continue
    const kind = attributes[attribute]?.kind
    if (kind === 'flag') text += `,"${name}":${value !== 0}`
    else text += `,"${name}":${kind === 'id' && digits.test(String(value)) ? value : JSON.stringify(value)}`
  }
  return text
}

/**
 * Returns the function that writes the figures of a row that are not 0, as the JSON of an object. JSON.stringify leaves no
 * number behind in V8's cache of their texts, which would survive one collection of garbage after another.
 */
function figuresWriter({ columns }: RowColumns): (figures: EntityRow['figures']) => string {
  const shown = columns.filter(({ figure }) => figure !== undefined)
  return (figures) => {
    const values: Record<string, number> = {}
    for (const { name, figure = -1 } of shown) {
      const value = figures[figure]
      if (value !== undefined && value !== 0) values[name] = value
    }
    return JSON.stringify(values)
  }
}

function rowText({ date, target }: EntityRow, attributes: string, figures: string): string {
  let text = date === undefined ? '' : `,"DATE":"${date}"`
  if (target) text += `,"TARGETING_TYPE":"${target.type}","TARGETING_VALUE":${JSON.stringify(target.value)}`
  text += attributes
  if (text === '') return figures
  return figures === '{}' ? `{${text.slice(1)}}` : `{${text.slice(1)},${figures.slice(1)}`
}
