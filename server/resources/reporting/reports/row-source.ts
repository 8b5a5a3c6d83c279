import type { ReportPeriod } from '#server/domain/delivery/periods.ts'
import type { Attribution } from '#server/domain/delivery/tally.ts'
import type { World } from '#server/worlds/world.ts'
import { type AttributeValue, valuesOf } from '../delivery/attribute-repository.ts'
import type { FigureRequest } from '../delivery/figures.ts'
import type { EntityLevel } from '../delivery/levels.ts'
import type { EntitySums } from '../delivery/sum-table.ts'
import { type PassingEntities, passesIn } from './filters.ts'
import type { RowColumns } from './row-columns.ts'
import type { EntityRow, RowTarget } from './rows.ts'
import type { SummaryViewpoint } from './summaries.ts'

/** What the rows of a report are made of. */
export interface RowSource {
  readonly accountId: string
  readonly level: EntityLevel
  readonly columns: RowColumns
  readonly periods: readonly ReportPeriod[]
  readonly attribution: Attribution
  readonly passing: PassingEntities
  /** Tells whether a row stays, by its figures and attributes: those that are shown, and those that filters look at. */
  readonly keeps: (figures: EntityRow['figures'], attributes: readonly AttributeValue[]) => boolean
  readonly viewpoint: SummaryViewpoint
  /** Tells whether a report has the rows of a value; of all when absent. */
  readonly keepsTarget?: ((type: string, value: string) => boolean) | undefined
}

/** Returns what the figures of a report are counted by, in some of its periods. */
export const figureRequest = (
  { accountId, level, columns, attribution, passing, viewpoint }: RowSource,
  buckets: readonly ReportPeriod[],
): FigureRequest => ({
  accountId,
  level,
  campaignIds: passing.campaigns,
  columns: columns.figures,
  buckets,
  attribution,
  now: viewpoint.now,
  counts: (campaign) => passesIn(campaign, passing),
  givesWay: true,
})

/** What the rows of an entity have in common. */
export interface RowContext {
  readonly attributes: readonly AttributeValue[]
  readonly target?: RowTarget | undefined
}

/** Yields the rows of an entity, each valid until the next one is taken. */
export function* rowsOf(
  periods: readonly ReportPeriod[],
  sums: Pick<EntitySums, 'at'>,
  rowOf: RowMaker,
  context: RowContext,
): Generator<EntityRow> {
  for (let index = 0; index < periods.length; index++) {
    const row = rowOf(sums.at(index), periods[index]?.date, context)
    if (row !== undefined) yield row
  }
}

/** Returns a row, valid until the next call. */
export type RowMaker = (
  sums: Float64Array | undefined,
  date: string | undefined,
  context: RowContext,
) => EntityRow | undefined

/**
 * Returns the function that makes the rows of a report: undefined where nothing was delivered, where all that is shown
 * is 0, and where a filter drops it.
 */
export function rowMaker({ columns: { figures, shown }, keeps }: RowSource): RowMaker {
  const values: (number | undefined)[] = []
  const isEmpty = (): boolean => !values.some((figure, position) => position < shown && figure)
  return (sums, date, { attributes, target }) => {
    if (sums === undefined) return undefined
    figures.valuesOf(sums, values)
    if (shown > 0 && isEmpty()) return undefined
    return keeps(values, attributes) ? { date, target, figures: values } : undefined
  }
}

/** Returns the attributes of an entity, in the order of those of the columns. */
export function attributesOf(
  world: World,
  { level, columns, viewpoint }: RowSource,
  id: string,
): readonly AttributeValue[] {
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
