import type { AttributeValue } from '../delivery/attribute-repository.ts'
import type { RowColumns } from './row-columns.ts'
import type { EntityRow, EntityRows } from './rows.ts'

/**
 * Yields a report in JSON (F65): an object with an array of rows for each key. What has no value or is 0 is left out of a
 * row. An empty report is `{}`.
 *
 * @param keyOf Returns the key of a row: the entity's id, or the date.
 */
export async function* jsonDocument(
  columns: RowColumns,
  entities: AsyncIterable<EntityRows>,
  keyOf: (entity: EntityRows, row: EntityRow) => string,
): AsyncGenerator<string> {
  const names = columns.columns.map(({ name }) => `${JSON.stringify(name)}:`)
  let key: string | undefined
  for await (const entity of entities) {
    const attributes = attributeTexts(columns, entity.attributes)
    let text = ''
    for (const row of entity.rows) {
      const next = keyOf(entity, row)
      if (next !== key) text += `${key === undefined ? '{' : '],'}${JSON.stringify(next)}:[`
      else text += ','
      key = next
      text += rowText(columns, names, attributes, row)
    }
    yield text
  }
  yield key === undefined ? '{}' : ']}'
}

/** Returns the attributes as JSON; undefined for those that are left out. */
const attributeTexts = (
  { attributes }: RowColumns,
  values: readonly AttributeValue[],
): readonly (string | undefined)[] =>
  attributes.map(({ kind }, index) => {
    const value = values[index]
    if (value == null || value === '') return undefined
    if (kind === 'flag') return String(value !== 0)
    return kind === 'id' && digits.test(String(value)) ? String(value) : JSON.stringify(value)
  })

const digits = /^[1-9]\d*$/

function rowText(
  { columns }: RowColumns,
  names: readonly string[],
  attributes: readonly (string | undefined)[],
  { date, target, figures }: EntityRow,
): string {
  let text = date === undefined ? '' : `,"DATE":"${date}"`
  if (target) text += `,"TARGETING_TYPE":"${target.type}","TARGETING_VALUE":${JSON.stringify(target.value)}`
  for (let index = 0; index < columns.length; index++) {
    const { figure = -1, attribute = -1 } = columns[index] as RowColumns['columns'][number]
    const value = figure < 0 ? attributes[attribute] : figures[figure]
    if (value !== undefined && value !== 0) text += `,${names[index]}${value}`
  }
  return `{${text.slice(1)}}`
}
