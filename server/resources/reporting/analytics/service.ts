import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import { byId } from '../delivery/entities.ts'
import { figuresOf, sliceMilliseconds } from '../delivery/figures.ts'
import type { ReportLevel } from '../delivery/levels.ts'
import { SumRows } from '../delivery/sum-rows.ts'
import type { EntitySums } from '../delivery/sum-table.ts'
import type { Report } from './report.ts'
import { RowTexts } from './row-text.ts'

/** The entities whose figures are wanted; all of an ad account when nothing is named. */
export interface Selection {
  readonly level: ReportLevel
  readonly campaignIds?: readonly string[] | undefined
  /** The ids of entities of the level, where they are not all of the campaigns'. */
  readonly ids?: ReadonlySet<string> | undefined
}

/** An entity with what each of its rows begins with, and its sums by the position of their span of time. */
interface EntityRows {
  readonly id: string
  readonly begin: string
  readonly sums: EntitySums
}

/** Returns the rows of a report as JSON text, by time and then by id. */
export async function rowsText(world: World, report: Report, selection: Selection): Promise<string> {
  const texts = textsOf(report, selection)
  const entities: EntityRows[] = []
  for await (const entity of figuresOf(world, requestOf(report, selection))) {
    entities.push({ id: entity.id, begin: texts.entity(world.readable, entity), sums: entity.sums.keep() })
  }
  entities.sort((one, other) => byId(one.id, other.id))
  return joined(report, entities, texts)
}

/** Returns rows as JSON text of which each sums the figures of all entities. */
export async function aggregatedText(world: World, report: Report, selection: Selection): Promise<string> {
  const texts = textsOf(report, { level: 'account' })
  const sums = new SumRows()
  for await (const { rows } of figuresOf(world, requestOf(report, selection))) {
    for (const [bucket, row] of rows.entries()) if (row !== undefined) sums.add(bucket, row)
  }
  const begin = texts.attributes(world.readable, report.accountId)
  return joined(report, [{ id: report.accountId, begin, sums }], texts)
}

const textsOf = ({ names, figureNames, columns }: Report, { level }: Selection): RowTexts =>
  new RowTexts(level, names, figureNames, columns)

const requestOf = ({ accountId, columns, periods, attribution }: Report, selection: Selection) => ({
  accountId,
  columns,
  buckets: periods,
  attribution,
  keeps: true,
  ...selection,
})

/**
 * Returns the rows as a JSON array. The text of each span of time is made by itself: one that grows to its whole length is
 * slower.
 */
async function joined({ periods }: Report, entities: readonly EntityRows[], texts: RowTexts): Promise<string> {
  const slices = new TimeSlices(sliceMilliseconds)
  const parts = ['[']
  for (const [bucket, { date }] of periods.entries()) {
    let text = ''
    for (const { begin, sums } of entities) {
      const figures = texts.figures(sums, bucket)
      if (figures === undefined) continue
      // Each value has a comma before it, and so has the first one of a row without a date.
      text += date === undefined ? `,{${(begin + figures).slice(1)}}` : `,{"DATE":"${date}"${begin}${figures}}`
    }
    if (text !== '') parts.push(parts.length === 1 ? text.slice(1) : text)
    if (slices.areOver) await slices.next()
  }
  parts.push(']')
  return parts.join('')
}
