import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import { byId } from '../delivery/entities.ts'
import { figuresOf } from '../delivery/figures.ts'
import type { ReportLevel } from '../delivery/levels.ts'
import type { Report } from './report.ts'
import { RowTexts } from './row-text.ts'

/** The entities whose figures are wanted; all of an ad account when nothing is named. */
export interface Selection {
  readonly level: ReportLevel
  readonly campaignIds?: readonly string[] | undefined
  /** The ids of entities of the level, where they are not all of the campaigns'. */
  readonly ids?: ReadonlySet<string> | undefined
}

/** An entity with the texts of its rows, by the position of their span of time. */
interface EntityRows {
  readonly id: string
  readonly texts: readonly (string | undefined)[]
}

/** Returns the rows of a report as JSON text, by time and then by id. */
export async function rowsText(world: World, report: Report, selection: Selection): Promise<string> {
  const texts = textsOf(report, selection)
  const entities: EntityRows[] = []
  for await (const entity of figuresOf(world, requestOf(report, selection))) {
    const start = texts.entity(world.readable, entity)
    entities.push({
      id: entity.id,
      texts: entity.rows.map((row) => (row === undefined ? undefined : start + texts.figures(row))),
    })
  }
  entities.sort((one, other) => byId(one.id, other.id))
  return joined(report, entities)
}

/** Returns rows as JSON text of which each sums the figures of all entities. */
export async function aggregatedText(world: World, report: Report, selection: Selection): Promise<string> {
  const texts = textsOf(report, { level: 'account' })
  const sums: (Float64Array | undefined)[] = []
  for await (const { rows } of figuresOf(world, requestOf(report, selection))) {
    for (const [bucket, row] of rows.entries()) if (row !== undefined) sums[bucket] = added(sums[bucket], row)
  }
  const attributes = texts.attributes(world.readable, report.accountId)
  const rows = sums.map((row) => row && attributes + texts.figures(row))
  return joined(report, [{ id: report.accountId, texts: rows }])
}

const textsOf = ({ names, figureNames, columns }: Report, { level }: Selection): RowTexts =>
  new RowTexts(level, names, figureNames, columns)

const requestOf = ({ accountId, columns, periods, attribution }: Report, selection: Selection) => ({
  accountId,
  columns,
  buckets: periods,
  attribution,
  ...selection,
})

function added(sums: Float64Array | undefined, row: Float64Array): Float64Array {
  if (sums === undefined) return row.slice()
  for (let slot = 0; slot < row.length; slot++) sums[slot] = (sums[slot] as number) + (row[slot] as number)
  return sums
}

/** Returns the rows as a JSON array. Each text of a row has a comma before every value. */
async function joined({ periods }: Report, entities: readonly EntityRows[]): Promise<string> {
  const slices = new TimeSlices()
  let text = ''
  for (const [bucket, { date }] of periods.entries()) {
    for (const { texts } of entities) {
      const row = texts[bucket]
      if (row !== undefined) text += date === undefined ? `,{${row.slice(1)}}` : `,{"DATE":"${date}"${row}}`
    }
    if (slices.areOver) await slices.next()
  }
  return `[${text.slice(1)}]`
}
