import type { ReportPeriod } from '#server/domain/delivery/periods.ts'
import type { Attribution } from '#server/domain/delivery/tally.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import { type AttributeValue, valuesOf } from '../delivery/attribute-repository.ts'
import { type EntityFigures, figuresOf, sliceMilliseconds } from '../delivery/figures.ts'
import type { EntityLevel } from '../delivery/levels.ts'
import { DatedSums } from './dated-sums.ts'
import { type PassingEntities, passesIn } from './filters.ts'
import type { RowColumns } from './row-columns.ts'
import type { EntityRow, EntityRows, RowBatch } from './rows.ts'
import type { SummaryViewpoint } from './summaries.ts'

/** What the rows of a report are made of. */
export interface RowSource {
  readonly accountId: string
  readonly level: EntityLevel
  readonly columns: RowColumns
  readonly periods: readonly ReportPeriod[]
  readonly attribution: Attribution
  readonly passing: PassingEntities
  /** Tells whether a row stays, by its figures: those that are shown, and those that filters look at. */
  readonly keeps: (figures: readonly (number | undefined)[]) => boolean
  readonly viewpoint: SummaryViewpoint
}

/** Yields the rows of a report by entity, in the order of campaigns and of ids within one. */
export async function* rowsById(world: World, source: RowSource): AsyncGenerator<RowBatch> {
  const rowOf = rowMaker(source)
  for await (const { id, sums } of figuresIn(world, source, source.periods)) {
    yield [{ id, attributes: attributesOf(world, source, id), rows: rowsOf(source.periods, sums, rowOf) }]
  }
}

function* rowsOf(periods: readonly ReportPeriod[], sums: EntityFigures['sums'], rowOf: RowMaker): Generator<EntityRow> {
  for (let index = 0; index < periods.length; index++) {
    const row = rowOf(sums.at(index), periods[index]?.date)
    if (row !== undefined) yield row
  }
}

/** Numbers that are kept of the rows of dates that are counted together. */
const numbersAtOnce = 2 ** 21

/** Rows of a date that are yielded together. */
const batchSize = 250

/**
 * Yields the rows of a report by date, in the same order within one.
 *
 * @param entities How many entities the level has: so many dates are counted together that their sums fit into memory.
 */
export async function* rowsByDate(world: World, source: RowSource, entities: number): AsyncGenerator<RowBatch> {
  const { columns, periods } = source
  const { size } = columns.figures.layout
  const rowOf = rowMaker(source)
  const slices = new TimeSlices(sliceMilliseconds)
  const dates = Math.min(periods.length, Math.max(1, Math.floor(numbersAtOnce / (size * Math.max(1, entities)))))
  const sums = new DatedSums({ entities, dates, size })
  for (let from = 0; from < periods.length; from += dates) {
    const part = periods.slice(from, from + dates)
    const found: Omit<EntityRows, 'rows'>[] = []
    for await (const { id, sums: own } of figuresIn(world, source, part)) {
      // An entity that was created since they were counted has delivered nothing yet.
      if (found.length === entities) break
      sums.set(found.length, own)
      found.push({ id, attributes: attributesOf(world, source, id) })
    }
    for (const [index, { date }] of part.entries()) {
      for (let first = 0; first < found.length; first += batchSize) {
        const batch = found.slice(first, first + batchSize)
        yield rowsOfDate(batch, (entity) => rowOf(sums.at(first + entity, index), date))
        if (slices.areOver) await slices.next()
      }
    }
  }
}

function* rowsOfDate(
  found: readonly Omit<EntityRows, 'rows'>[],
  rowOf: (entity: number) => EntityRow | undefined,
): Generator<EntityRows> {
  for (const [index, entity] of found.entries()) {
    const row = rowOf(index)
    if (row !== undefined) yield { ...entity, rows: [row] }
  }
}

const figuresIn = (
  world: World,
  { accountId, level, columns, attribution, passing, viewpoint }: RowSource,
  buckets: readonly ReportPeriod[],
): AsyncGenerator<EntityFigures> =>
  figuresOf(world, {
    accountId,
    level,
    campaignIds: passing.campaigns,
    columns: columns.figures,
    buckets,
    attribution,
    now: viewpoint.now,
    counts: (campaign) => passesIn(campaign, passing),
  })

/** Returns a row, valid until the next call. */
type RowMaker = (sums: Float64Array | undefined, date: string | undefined) => EntityRow | undefined

/**
 * Returns the function that makes the rows of a report: undefined where nothing was delivered, where all that is shown
 * is 0, and where a filter drops it.
 */
function rowMaker({ columns: { figures, shown }, keeps }: RowSource): RowMaker {
  const values: (number | undefined)[] = []
  const isEmpty = (): boolean => !values.some((figure, position) => position < shown && figure)
  return (sums, date) => {
    if (sums === undefined) return undefined
    figures.valuesOf(sums, values)
    if (shown > 0 && isEmpty()) return undefined
    return keeps(values) ? { date, figures: values } : undefined
  }
}

function attributesOf(world: World, { level, columns, viewpoint }: RowSource, id: string): readonly AttributeValue[] {
  const { attributes } = columns
  const stored = valuesOf(
    world.readable,
    level,
    attributes.map(({ sql }) => sql),
    id,
  )
  return attributes.map(({ toValue }, index) => {
    const value = stored[index] ?? null
    return toValue === undefined ? value : toValue(value, viewpoint)
  })
}
