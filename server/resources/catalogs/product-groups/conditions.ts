import { type Criterion, exactFields, type NamedFilter } from '#server/domain/catalogs/filters.ts'
import { pathText } from '#server/domain/catalogs/path.ts'

/** A condition on the table of items. */
export interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** A part of an index that begins with the catalog and a column: one value, or a range up to but not including its end. */
export interface IndexRange {
  readonly column: string
  readonly from: string
  readonly to?: string
}

/** The columns that hold one text, by the name of their field. */
const texts: Readonly<Record<string, string>> = {
  ITEM_ID: 'item_key',
  HOTEL_ID: 'item_key',
  CREATIVE_ASSETS_ID: 'item_key',
  AVAILABILITY: 'availability',
  CONDITION: 'condition',
  GENDER: 'gender',
  MEDIA_TYPE: 'media_type',
  BRAND: 'brand',
  ITEM_GROUP_ID: 'item_group',
  CUSTOM_LABEL_0: 'custom_label_0',
  CUSTOM_LABEL_1: 'custom_label_1',
  CUSTOM_LABEL_2: 'custom_label_2',
  CUSTOM_LABEL_3: 'custom_label_3',
  CUSTOM_LABEL_4: 'custom_label_4',
  COUNTRY: "(items.json ->> '$.address.country') COLLATE NOCASE",
  // Qualified: json_each has a column of this name too.
  LINK: "(items.json ->> '$.link') COLLATE NOCASE",
}

/** The fields of them that have an index. */
const indexed = /^(ITEM_ID|HOTEL_ID|CREATIVE_ASSETS_ID|BRAND|ITEM_GROUP_ID|CUSTOM_LABEL_\d)$/

/** The columns that hold paths, by the name of their field before the number of a level. */
const paths: Readonly<Record<string, string>> = {
  PRODUCT_TYPE: 'product_type',
  GOOGLE_PRODUCT_CATEGORY: 'google_product_category',
}

const signs = {
  GREATER_THAN: '>',
  GREATER_THAN_OR_EQUALS: '>=',
  LESS_THAN: '<',
  LESS_THAN_OR_EQUALS: '<=',
} as const

/** Returns the condition of a filter. Items without the field do not match, and match what is negated. */
export function conditionOf({ field, criterion }: NamedFilter): Condition {
  const { sql, values } = plainCondition(field, criterion)
  return criterion.negated === true ? { sql: `(${sql}) IS NOT TRUE`, values } : { sql, values }
}

/** Returns the ranges of indexes that have the items which a filter chooses; undefined where no index does. */
export function indexRangesOf({ field, criterion }: NamedFilter): readonly IndexRange[] | undefined {
  if (criterion.negated === true || criterion.filter_operator_type === 'CONTAINS') return undefined
  const column = texts[field]
  if (column !== undefined && indexed.test(field)) {
    const isFound = exactFields.has(field) || isAscii(listed(criterion))
    return isFound ? listed(criterion).map((from) => ({ column, from: String(from) })) : undefined
  }
  const path = pathOf(field)
  if (path?.level !== 0 || !isAscii(pathsIn(criterion).flat())) return undefined
  return pathsIn(criterion).map((levels) => {
    const from = pathText(levels)
    return { column: path.column, from, to: `${from}\n` }
  })
}

function plainCondition(field: string, criterion: Criterion): Condition {
  const { values, value = 0, operator = 'LESS_THAN', inclusion = true, currency = '' } = criterion
  const path = pathOf(field)
  if (path !== undefined) return pathCondition(path, pathsIn(criterion))
  switch (field) {
    case 'MIN_PRICE':
      return { sql: `price ${inclusion ? '>=' : '>'} ?`, values: [Number(values)] }
    case 'MAX_PRICE':
      return { sql: `price ${inclusion ? '<=' : '<'} ?`, values: [Number(values)] }
    case 'PRICE':
      return { sql: `(price ${signs[operator]} ? AND currency = ?)`, values: [value, currency] }
    case 'CURRENCY':
      return { sql: 'currency = ?', values: [String(values)] }
    case 'TITLE_KEYWORDS':
      return contains('title', listed(criterion))
    case 'PINTEREST_PRODUCT_CATEGORIES':
      return pathCondition(
        { column: 'google_product_category', level: 0 },
        listed(criterion).map((name) => [String(name)]),
      )
  }
  const number = /^CUSTOM_NUMBER_(\d)$/.exec(field)?.[1]
  if (number !== undefined) return { sql: `custom_number_${number} ${signs[operator]} ?`, values: [value] }
  const column = texts[field] ?? 'NULL'
  if (criterion.filter_operator_type === 'CONTAINS') return contains(column, listed(criterion))
  const sides = exactFields.has(field) ? { text: column, values: listed(criterion) } : folded(column, listed(criterion))
  return { sql: `${sides.text} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(sides.values)] }
}

/** Returns the column and the level that a field such as PRODUCT_TYPE_1 is about. */
function pathOf(field: string): { readonly column: string; readonly level: number } | undefined {
  const column = paths[field.slice(0, -2)]
  return column === undefined ? undefined : { column, level: Number(field.slice(-1)) }
}

/** Returns the condition that one of these paths begins at a level of a column's path. */
function pathCondition(
  { column, level }: { readonly column: string; readonly level: number },
  wanted: readonly (readonly string[])[],
): Condition {
  const sought = wanted.map((levels) => pathText(levels, level))
  if (level === 0) {
    const { text, values } = folded(column, sought)
    const sql = `EXISTS (SELECT 1 FROM json_each(?) WHERE ${text} >= value AND ${text} < value || char(10))`
    return { sql, values: [JSON.stringify(values)] }
  }
  return contains(
    `${column} || char(9)`,
    sought.map((path) => `${path}\t`),
  )
}

function contains(column: string, parts: readonly unknown[]): Condition {
  const { text, values } = folded(column, parts)
  return {
    sql: `EXISTS (SELECT 1 FROM json_each(?) WHERE instr(lower(${text}), lower(value)) > 0)`,
    values: [JSON.stringify(values)],
  }
}

/** Returns a text of items, and those that it is compared with, so that case makes no difference beyond ASCII either. */
const folded = (
  text: string,
  values: readonly unknown[],
): { readonly text: string; readonly values: readonly unknown[] } =>
  isAscii(values)
    ? { text, values }
    : { text: `lower_unicode(${text})`, values: values.map((value) => String(value).toLowerCase()) }

const isAscii = (values: readonly unknown[]): boolean => values.every((value) => /^\p{ASCII}*$/u.test(String(value)))

const listed = ({ values }: Criterion): readonly unknown[] => (Array.isArray(values) ? values : [])

const pathsIn = (criterion: Criterion): readonly (readonly string[])[] =>
  listed(criterion).map((levels) => (Array.isArray(levels) ? levels.map(String) : [String(levels)]))
