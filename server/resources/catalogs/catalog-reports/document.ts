import type { World } from '#server/worlds/world.ts'
import { listItemIssues } from '../feed-processing-results/item-issues.ts'
import { findProcessingResult, listProcessings } from '../feed-processing-results/repository.ts'
import { matchingItems, type Selection } from '../product-groups/matching.ts'
import { productGroupTable } from '../product-groups/repository.ts'
import { selectionOfGroup, selectionsOf } from '../product-groups/selection.ts'
import { type CatalogReportRow, distributionIssues, itemsWithIssues } from './repository.ts'
import type { CatalogReportCreate } from './schema.ts'
import { type ReportSource, sourceOf } from './source.ts'
import { codeOfIssue } from './stats.ts'

/** How many rows are read at a time: other calls are answered in between. */
const piece = 1000

const special = /[",\r\n]/
const line = (values: readonly unknown[]): string =>
  `${values.map((value) => (special.test(String(value ?? '')) ? `"${String(value).replaceAll('"', '""')}"` : (value ?? ''))).join(',')}\n`

/** Yields the file of a report in CSV, computed while it is read. Columns are a decision of this project. */
export async function* catalogReportDocument(world: World, row: CatalogReportRow): AsyncGenerator<string> {
  const request: CatalogReportCreate = JSON.parse(row.request)
  const source = sourceOf(world, { id: row.owner_id }, request)
  const { report } = request
  if (report.report_type === 'FEED_INGESTION_ISSUES') yield* feedIssues(world, source)
  else if (report.report_type === 'DISTRIBUTION_ISSUES') yield* distributionLines(world, source)
  else yield* allItems(world, row.owner_id, source, report.product_group_id)
}

type Details = Readonly<Record<string, { readonly attribute_name: string; readonly provided_value: string }>>

async function* feedIssues({ db }: World, { feed, resultId }: ReportSource): AsyncGenerator<string> {
  yield line(['item_number', 'item_id', 'severity', 'code', 'code_label', 'attribute', 'value'])
  const result =
    resultId === undefined ? listProcessings(db, feed?.id ?? '', { limit: 1 })[0] : findProcessingResult(db, resultId)
  if (result === undefined) return
  for (let after = 0; ; ) {
    const rows = listItemIssues(db, result.id, {}, { after, limit: piece })
    for (const { json } of rows) {
      const { item_number, item_id, errors, warnings } = JSON.parse(json)
      const each = (severity: string, details: Details): string =>
        Object.entries(details)
          .map(([label, { attribute_name, provided_value }]) =>
            line([item_number, item_id, severity, codeOfIssue(label), label, attribute_name, provided_value]),
          )
          .join('')
      yield each('ERROR', errors) + each('WARN', warnings)
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < piece) return
    after = last.seq
  }
}

async function* distributionLines({ db }: World, { catalog }: ReportSource): AsyncGenerator<string> {
  yield line(['item_id', 'country', 'language', 'code', 'code_label', 'ineligible_for_ads', 'ineligible_for_organic'])
  for (let after = 0; ; ) {
    const rows = itemsWithIssues(db, catalog.seq, after, piece)
    for (const item of rows) {
      const { adult }: { readonly adult?: boolean } = JSON.parse(item.json)
      const has = {
        OUT_OF_STOCK: item.availability === 'OUT_OF_STOCK',
        ADULT: adult === true,
        PRICE_MISSING: item.price === null,
      }
      for (const { code, label, ads, organic } of distributionIssues)
        if (has[label]) yield line([item.item_key, item.country, item.language, code, label, ads, organic])
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < piece) return
    after = last.seq
  }
}

async function* allItems(
  { db }: World,
  ownerId: string,
  { catalog }: ReportSource,
  groupId: string | undefined,
): AsyncGenerator<string> {
  yield line(['item_id', 'country', 'language', 'title', 'availability', 'price', 'currency', 'link'])
  const group = groupId === undefined ? undefined : productGroupTable.find(db, ownerId, groupId)
  const selection: Selection = (group && selectionOfGroup(db, group)) ?? {
    catalog: catalog.seq,
    feedId: null,
    filters: { all_of: [] },
  }
  for (let after = 0; ; ) {
    const rows = matchingItems(db, selection, selectionsOf(db, ownerId), { after, limit: piece })
    for (const { item_key, country, language, title, availability, price, currency, json } of rows) {
      const { link }: { readonly link?: string } = JSON.parse(json)
      yield line([item_key, country, language, title, availability, price, currency, link])
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < piece) return
    after = last.seq
  }
}
