import { type PageReader, pagesOf } from '#db/pages.ts'
import { codeOfIssue } from '#server/domain/catalogs/validation/issue-codes.ts'
import { csvLine } from '#server/http/responses/csv-cell.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import { listItemIssues } from '../feed-processing-results/item-issues.ts'
import type { ItemRow } from '../items/rows.ts'
import { matchingItems, type Selection } from '../product-groups/matching.ts'
import { productGroupTable } from '../product-groups/repository.ts'
import { selectionOfGroup, selectionsOf } from '../product-groups/selection.ts'
import { type CatalogReportRow, distributionIssues, itemsWithIssues } from './repository.ts'
import type { CatalogReportCreate } from './schema.ts'
import { type ReportSource, resultOf, sourceOf } from './source.ts'

/** How many rows are read at a time, and the milliseconds after which other calls are answered. */
const [pageSize, slice] = [500, 5]

/** Yields the file of a report in CSV, computed while it is read. Columns are a decision of this project. */
export async function* catalogReportDocument(world: World, row: CatalogReportRow): AsyncGenerator<string> {
  const request: CatalogReportCreate = JSON.parse(row.request)
  const source = sourceOf(world, { id: row.owner_id }, request)
  const { report } = request
  if (report.report_type === 'FEED_INGESTION_ISSUES') yield* feedIssues(world, source)
  else if (report.report_type === 'DISTRIBUTION_ISSUES') yield* distributionLines(world, source)
  else yield* allItems(world, row.owner_id, source, report.product_group_id)
}

/** Yields pages of a world, and has other calls answered between them. */
async function* pagesIn<Row extends { readonly seq: number }>(
  world: World,
  read: PageReader<Row>,
): AsyncGenerator<readonly Row[]> {
  const slices = new TimeSlices(slice)
  for (const rows of pagesOf(() => world.db, read, pageSize)) {
    yield rows
    if (slices.areOver) await slices.next()
    if (world.isRetired) return
  }
}

type Details = Readonly<Record<string, { readonly attribute_name: string; readonly provided_value: string }>>

async function* feedIssues(world: World, source: ReportSource): AsyncGenerator<string> {
  yield csvLine(['item_number', 'item_id', 'severity', 'code', 'code_label', 'attribute', 'value'])
  const result = resultOf(world.db, source)
  if (result === undefined) return
  for await (const rows of pagesIn(world, (db, page) => listItemIssues(db, result.id, {}, page))) {
    for (const { json } of rows) {
      const { item_number, item_id, errors, warnings } = JSON.parse(json)
      const each = (severity: 'ERROR' | 'WARN', details: Details): string =>
        Object.entries(details)
          .map(([label, { attribute_name, provided_value }]) =>
            csvLine([
              item_number,
              item_id,
              severity,
              codeOfIssue(label, severity),
              label,
              attribute_name,
              provided_value,
            ]),
          )
          .join('')
      yield each('ERROR', errors) + each('WARN', warnings)
    }
  }
}

async function* distributionLines(world: World, { catalog }: ReportSource): AsyncGenerator<string> {
  yield csvLine([
    'item_id',
    'country',
    'language',
    'code',
    'code_label',
    'ineligible_for_ads',
    'ineligible_for_organic',
  ])
  for await (const rows of pagesIn(world, (db, page) => itemsWithIssues(db, catalog.seq, page))) {
    for (const item of rows) {
      const { adult }: { readonly adult?: boolean } = JSON.parse(item.json)
      const has = {
        OUT_OF_STOCK: item.availability === 'OUT_OF_STOCK',
        ADULT: adult === true,
        PRICE_MISSING: item.price === null,
      }
      for (const { code, label, ads, organic } of distributionIssues)
        if (has[label]) yield csvLine([item.item_key, item.country, item.language, code, label, ads, organic])
    }
  }
}

async function* allItems(
  world: World,
  ownerId: string,
  { catalog }: ReportSource,
  groupId: string | undefined,
): AsyncGenerator<string> {
  yield csvLine(['item_id', 'country', 'language', 'title', 'availability', 'price', 'currency', 'link'])
  const group = groupId === undefined ? undefined : productGroupTable.find(world.db, ownerId, groupId)
  const selection: Selection = (group && selectionOfGroup(world.db, group)) ?? {
    catalog: catalog.seq,
    feedId: null,
    filters: { all_of: [] },
  }
  // Each page may follow as many references of product groups as one list.
  const read: PageReader<ItemRow> = (db, page) => matchingItems(db, selection, selectionsOf(db, ownerId), page)
  for await (const rows of pagesIn(world, read)) {
    for (const { item_key, country, language, title, availability, price, currency, json } of rows) {
      const { link }: { readonly link?: string } = JSON.parse(json)
      yield csvLine([item_key, country, language, title, availability, price, currency, link])
    }
  }
}
