import { adAccountRow } from '#server/resources/accounts/ad-accounts/service.ts'
import type { World } from '#server/worlds/world.ts'
import { type AttributedEvent, attributedEvents } from '../delivery/events.ts'
import { loaderOf } from '../delivery/loaders.ts'
import { passesIn } from './filters.ts'
import { jsonDocument } from './json-document.ts'
import { productPartOf } from './product-breakdown.ts'
import { type ProductColumn, productColumns } from './product-columns.ts'
import type { ProductReportCreate } from './product-schema.ts'
import { ProductSums } from './product-sums.ts'
import type { ReportRow } from './repository.ts'
import { sourceOf } from './request-source.ts'
import type { RowColumn, RowColumns } from './row-columns.ts'
import { attributesOf, type RowSource } from './row-source.ts'
import type { EntityRow, EntityRows, RowBatch } from './rows.ts'

/** The objectives that a report is of where it names none (documented). */
const usualObjectives = ['CONSIDERATION', 'AWARENESS', 'WEB_CONVERSION', 'VIDEO_COMPLETION'] as const

/**
 * Yields the file of a report on products: what conversion events said of products, as far as ads led to them. Modelled
 * conversions are of no products, so they are left out.
 */
export async function* productDocument(world: World, report: ReportRow): AsyncGenerator<string> {
  const request: ProductReportCreate = JSON.parse(report.request)
  const { click_window_days: click = 30, view_window_days: view = 30 } = request
  const source = sourceOf(world, report, {
    ...request,
    campaign_objective_types: request.campaign_objective_types ?? [...usualObjectives],
    engagement_window_days: click,
    view_window_days: view,
  })
  const { columns, figures } = withProductColumns(source.columns)
  const sums = new ProductSums({
    periods: source.periods,
    attribution: source.attribution,
    now: source.viewpoint.now,
    columns: figures,
    isInDollars: JSON.parse(adAccountRow(world, report.ad_account_id).json).currency === 'USD',
    partOf: productPartOf(request.conversion_product_breakdown ?? 'PRODUCT_BRAND', request.product_sku_ids ?? []),
  })
  for (const { id, event } of eventsOf(world, source)) sums.add(id, event)
  yield* jsonDocument(columns, batchesOf(world, { ...source, columns }, sums, figures), ({ id }) => id)
}

/** Returns the columns with those of products as figures. */
function withProductColumns(columns: RowColumns): { columns: RowColumns; figures: readonly ProductColumn[] } {
  const figures: ProductColumn[] = []
  const shown = columns.columns.map((column): RowColumn => {
    const product = productColumns[column.name]
    return product === undefined ? column : { name: column.name, figure: figures.push(product) - 1 }
  })
  return { columns: { ...columns, columns: shown }, figures }
}

/** Yields the events that ads of a report's campaigns led to, with the id of the entity that they count for. */
function* eventsOf(
  world: World,
  source: RowSource,
): Generator<{ readonly id: string; readonly event: AttributedEvent }> {
  const { accountId, level, periods, passing } = source
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return
  const loader = loaderOf(world, accountId)
  const events = attributedEvents(world, accountId, { from: first.from, to: last.to }, loader)
  for (const campaignId of passing.campaigns ?? []) {
    const campaign = events.has(campaignId) ? loader.load(campaignId) : undefined
    if (campaign === undefined) continue
    const passes = passesIn(campaign, passing)
    for (const event of events.get(campaignId) ?? []) {
      if (!passes(event.ad)) continue
      const adGroupId = campaign.adGroupIds[campaign.adGroupOf[event.ad] as number] as string
      yield { id: level === 'account' ? accountId : level === 'campaign' ? campaignId : adGroupId, event }
    }
  }
}

const micro = 1_000_000

async function* batchesOf(
  world: World,
  source: RowSource,
  sums: ProductSums,
  figures: readonly ProductColumn[],
): AsyncGenerator<RowBatch> {
  for (const id of sums.entities) {
    const attributes = attributesOf(world, source, id)
    const parts = sums.of(id)
    yield parts.map(({ target, sums: ofPart }): EntityRows => {
      const rows = source.periods.flatMap(({ date }, index): EntityRow[] => {
        const row = ofPart.at(index)
        if (row === undefined) return []
        return [{ date, target, figures: figures.map(({ aspect }, at) => amountOf(row[at] as number, aspect)) }]
      })
      return { id, attributes, rows }
    })
  }
}

const amountOf = (sum: number, aspect: ProductColumn['aspect']): number => (aspect === 'QUANTITY' ? sum : sum / micro)
