import type { Database } from '#db/database.ts'
import { prepared } from '#db/statements.ts'
import { type Filters, namedFilters } from '#server/domain/catalogs/filters.ts'
import { itemsOfBlock } from '../items/blocks.ts'
import { type IndexRange, indexRangesOf } from './conditions.ts'

/** The filters of a selection within a catalog. */
export interface Choice {
  readonly catalog: number
  readonly filters: Filters
}

/** The items whose `seq` is behind one and up to another. */
export interface SequenceRange {
  readonly after: number
  readonly to: number
}

/** Up to this many blocks are gathered. Where there are more, walking through the catalog soon finds a page. */
const rare = 1000

/**
 * Returns the blocks of items that have all which filters can match, in their order, where they are few: a page of a small
 * product group then costs no walk through a large catalog. Undefined where they are many, or nothing tells.
 *
 * @param start The `seq` behind which items are looked for.
 */
export function rareBlocks(
  db: Database,
  { catalog, filters }: Choice,
  start = 0,
): readonly SequenceRange[] | undefined {
  const { all, named } = namedFilters(filters)
  const ranges = named.map(indexRangesOf)
  const choices = all
    ? ranges.flatMap((one) => (one === undefined ? [] : [one]))
    : ranges.every((one) => one !== undefined)
      ? [ranges.flat() as readonly IndexRange[]]
      : []
  for (const choice of choices) {
    const blocks = choice.length > 0 ? fewBlocks(db, catalog, choice) : undefined
    if (blocks !== undefined) return blocks.map((block) => rangeOf(block, start)).filter(({ after, to }) => after < to)
  }
  return undefined
}

/** Most ranges that are looked at: more of them have many items together. */
const mostRanges = 50

function fewBlocks(db: Database, catalog: number, ranges: readonly IndexRange[]): readonly number[] | undefined {
  if (ranges.length > mostRanges) return undefined
  const blocks: number[] = []
  for (const range of ranges) {
    const found = prepared(db)(`${selectSql(range)} LIMIT ${rare + 1 - blocks.length}`)
    blocks.push(...(found.pluck().all(...valuesOf(catalog, range)) as number[]))
    if (blocks.length > rare) return undefined
  }
  return [...new Set(blocks)].sort((one, other) => one - other)
}

const rangeOf = (block: number, start: number): SequenceRange => ({
  after: Math.max(start, block * itemsOfBlock - 1),
  to: (block + 1) * itemsOfBlock - 1,
})

function selectSql({ column, to }: IndexRange): string {
  if (column === 'item_key') return `SELECT seq / ${itemsOfBlock} FROM items WHERE catalog = ? AND item_key = ?`
  const within = to === undefined ? 'value = ?' : 'value >= ? AND value < ?'
  return `SELECT block FROM item_blocks WHERE catalog = ? AND field = '${column}' AND ${within}`
}

const valuesOf = (catalog: number, { from, to }: IndexRange): readonly (string | number)[] =>
  to === undefined ? [catalog, from] : [catalog, from, to]
