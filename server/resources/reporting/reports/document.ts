import type { World } from '#server/worlds/world.ts'
import { breakdownsOf, brokenDownRows, dateByDate, keywordColumns, keywordRows } from './breakdown-source.ts'
import { csvDocument } from './csv-document.ts'
import { countOf } from './filter-repository.ts'
import { jsonDocument } from './json-document.ts'
import { productItemRows } from './product-item-source.ts'
import type { ReportRow } from './repository.ts'
import { type StoredRequest, sourceOf } from './request-source.ts'
import type { RowSource } from './row-source.ts'
import type { RowBatch } from './rows.ts'
import { shownItemsOf } from './shown-items.ts'
import { rowsByDate, rowsById } from './source.ts'

/**
 * Yields the file of a report, computed while it is read: its figures are those of the moment at which it finished, the
 * names and states of entities those of now.
 */
export async function* reportDocument(world: World, report: ReportRow): AsyncGenerator<string> {
  const request: StoredRequest = JSON.parse(report.request)
  const source = sourceOf(world, report, request)
  const hasDates = request.granularity !== 'TOTAL'
  // Rows of TOTAL have no date by which they could be sorted.
  const isByDate = request.primary_sort === 'BY_DATE' && hasDates
  const rows = batchesOf(world, source, request, isByDate)
  if (request.report_format === 'CSV') {
    yield* csvDocument(source.columns, rows, [...(hasDates ? ['DATE'] : []), ...targetColumns(request)])
  } else {
    yield* jsonDocument(source.columns, rows, isByDate ? (_entity, { date }) => date ?? '' : ({ id }) => id)
  }
}

const isBrokenDown = ({ level }: StoredRequest): boolean => level.endsWith('_TARGETING')

const targetColumns = (request: StoredRequest): readonly string[] =>
  isBrokenDown(request) ? ['TARGETING_TYPE', 'TARGETING_VALUE'] : request.level === 'KEYWORD' ? keywordColumns : []

function batchesOf(
  world: World,
  source: RowSource,
  request: StoredRequest,
  isByDate: boolean,
): AsyncIterable<RowBatch> {
  const rowsIn = rowsOfParts(world, source.accountId, request)
  if (rowsIn !== undefined) return isByDate ? dateByDate(source, rowsIn) : rowsIn(source)
  return isByDate ? rowsByDate(world, source, countOf(world.readable, source)) : rowsById(world, source)
}

/** Returns what yields the rows of parts of entities; undefined where rows are of whole ones. */
function rowsOfParts(
  world: World,
  accountId: string,
  request: StoredRequest,
): ((source: RowSource) => AsyncIterable<RowBatch>) | undefined {
  if (request.level === 'KEYWORD') return (source) => keywordRows(world, source)
  if (request.level === 'PRODUCT_ITEM') {
    const shownItems = shownItemsOf(world, accountId)
    return (source) => productItemRows(world, source, shownItems)
  }
  return isBrokenDown(request) ? (source) => brokenDownRows(world, source, breakdownsOf(request)) : undefined
}
