import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import { figuresOf, sliceMilliseconds } from '../delivery/figures.ts'
import { DatedSums } from './dated-sums.ts'
import { attributesOf, figureRequest, type RowContext, type RowSource, rowMaker, rowsOf } from './row-source.ts'
import type { EntityRow, EntityRows, RowBatch } from './rows.ts'

/** Yields the rows of a report by entity, in the order of campaigns and of ids within one. */
export async function* rowsById(world: World, source: RowSource): AsyncGenerator<RowBatch> {
  const rowOf = rowMaker(source)
  for await (const { id, sums } of figuresOf(world, figureRequest(source, source.periods))) {
    const attributes = attributesOf(world, source, id)
    yield [{ id, attributes, rows: rowsOf(source.periods, sums, rowOf, { attributes }) }]
  }
}

/** Numbers that are kept of the rows of dates that are counted together. */
const numbersAtOnce = 2 ** 21

/** Rows of a date that are yielded together. */
const batchSize = 50

/**
 * Yields the rows of a report by date, in the same order within one.
 *
 * @param entities How many entities the level has: so many dates are counted together that their sums fit into memory.
 */
export async function* rowsByDate(world: World, source: RowSource, entities: number): AsyncGenerator<RowBatch> {
  const { columns, periods } = source
  const { size } = columns.figures.layout
  const rowOf = rowMaker(source)
  const slices = new TimeSlices(sliceMilliseconds, { givesWay: true })
  const dates = Math.min(periods.length, Math.max(1, Math.floor(numbersAtOnce / (size * Math.max(1, entities)))))
  const sums = new DatedSums({ entities, dates, size })
  for (let from = 0; from < periods.length; from += dates) {
    const part = periods.slice(from, from + dates)
    const found: Omit<EntityRows, 'rows'>[] = []
    for await (const { id, sums: own } of figuresOf(world, figureRequest(source, part))) {
      // An entity that was created since they were counted has delivered nothing yet.
      if (found.length === entities) break
      sums.set(found.length, own)
      found.push({ id, attributes: attributesOf(world, source, id) })
    }
    for (const [index, { date }] of part.entries()) {
      for (let first = 0; first < found.length; first += batchSize) {
        const batch = found.slice(first, first + batchSize)
        yield rowsOfDate(batch, (entity, position) => rowOf(sums.at(first + position, index), date, entity))
        if (slices.areOver) await slices.next()
      }
    }
  }
}

function* rowsOfDate(
  found: readonly Omit<EntityRows, 'rows'>[],
  rowOf: (entity: RowContext, position: number) => EntityRow | undefined,
): Generator<EntityRows> {
  for (const [index, entity] of found.entries()) {
    const row = rowOf(entity, index)
    if (row !== undefined) yield { ...entity, rows: [row] }
  }
}
