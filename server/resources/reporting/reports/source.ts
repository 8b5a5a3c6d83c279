import type { ReportPeriod } from '#server/domain/delivery/periods.ts'
import type { Attribution } from '#server/domain/delivery/tally.ts'
import type { World } from '#server/worlds/world.ts'
import { type AttributeValue, valuesOf } from '../delivery/attribute-repository.ts'
import { type EntityFigures, figuresOf } from '../delivery/figures.ts'
import type { EntityLevel } from '../delivery/levels.ts'
import { type PassingEntities, passesIn } from './filters.ts'
import type { RowColumns } from './row-columns.ts'
import type { EntityRow, EntityRows } from './rows.ts'
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
export async function* rowsById(world: World, source: RowSource): AsyncGenerator<EntityRows> {
  for await (const entity of figuresIn(world, source, source.periods)) {
    const rows = source.periods.flatMap((_period, index) => rowOf(source, entity, source.periods, index) ?? [])
    if (rows.length > 0) yield { id: entity.id, attributes: attributesOf(world, source, entity.id), rows }
  }
}

/** Numbers that are kept of the rows of dates that are counted together. */
const numbersAtOnce = 2 ** 20

/**
 * Yields the rows of a report by date, in the same order within one.
 *
 * @param entities How many entities the level has: so many dates are counted together that their rows fit into memory.
 */
export async function* rowsByDate(world: World, source: RowSource, entities: number): AsyncGenerator<EntityRows> {
  const { columns, periods } = source
  const width = columns.columns.length + columns.figures.layout.size + 16
  const atOnce = Math.max(1, Math.floor(numbersAtOnce / (width * Math.max(1, entities))))
  for (let from = 0; from < periods.length; from += atOnce) {
    const part = periods.slice(from, from + atOnce)
    const found: {
      readonly id: string
      readonly attributes: readonly AttributeValue[]
      rows: (EntityRow | undefined)[]
    }[] = []
    for await (const entity of figuresIn(world, source, part)) {
      const rows = part.map((_period, index) => rowOf(source, entity, part, index))
      found.push({ id: entity.id, attributes: attributesOf(world, source, entity.id), rows })
    }
    for (const index of part.keys()) {
      for (const { id, attributes, rows } of found) {
        const row = rows[index]
        if (row !== undefined) yield { id, attributes, rows: [row] }
      }
    }
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

/** Returns a row; undefined where nothing was delivered, where all that is shown is 0, and where a filter drops it. */
function rowOf(
  { columns, keeps }: RowSource,
  { rows }: EntityFigures,
  periods: readonly ReportPeriod[],
  index: number,
): EntityRow | undefined {
  const sums = rows[index]
  if (sums === undefined) return undefined
  const figures = columns.figures.valuesOf(sums)
  const { shown } = columns
  if (shown > 0 && !figures.some((figure, position) => position < shown && figure)) return undefined
  return keeps(figures) ? { date: periods[index]?.date, figures } : undefined
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
