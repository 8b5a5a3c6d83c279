import type { Readable } from 'node:stream'
import type { BreakdownType, BreakdownValue } from '#server/domain/delivery/breakdown-types.ts'
import { streamOf } from '#server/http/responses/stream.ts'
import type { World } from '#server/worlds/world.ts'
import type { Report } from '../analytics/report.ts'
import { RowTexts } from '../analytics/row-text.ts'
import type { Selection } from '../analytics/service.ts'
import { breakdownOf } from '../delivery/breakdown.ts'

/** Characters up to which an answer is sent as one text: it can be cached, compressed and checked. */
const mostText = 2 ** 22

/** Returns the breakdowns of a report as JSON: a text, or a stream when it is too long for one. */
export async function breakdownsJson(
  world: World,
  report: Report,
  selection: Selection,
  types: readonly BreakdownType[],
): Promise<string | Readable> {
  const pieces = piecesOf(world, report, selection, types)
  let text = ''
  for (;;) {
    const { done, value } = await pieces.next()
    if (done) return text
    text += value
    if (text.length > mostText) return streamOf(continued(text, pieces))
  }
}

async function* continued(text: string, pieces: AsyncGenerator<string, void>): AsyncGenerator<string> {
  yield text
  yield* pieces
}

async function* piecesOf(
  world: World,
  report: Report,
  selection: Selection,
  types: readonly BreakdownType[],
): AsyncGenerator<string, void> {
  const { accountId, names, figureNames, columns, periods, attribution } = report
  const texts = new RowTexts(selection.level, names, figureNames, columns, { ownIdIsNumber: true })
  const request = { accountId, columns, buckets: periods, attribution, keeps: true, ...selection }
  let comma = ''
  yield '{"data":['
  for (const type of new Set(types)) {
    for await (const entity of breakdownOf(world, request, type)) {
      const start = `{"targeting_type":"${type}","targeting_value":${valueText(entity.value)},"metrics":{`
      const attributes = texts.entity(world.readable, entity)
      let text = ''
      for (const [index, { date }] of periods.entries()) {
        const figures = texts.figures(entity.sums, index)
        if (figures === undefined) continue
        const metrics = attributes + figures
        text += `${comma}${start}${date === undefined ? metrics.slice(1) : `"DATE":"${date}"${metrics}`}}}`
        comma = ','
      }
      if (text !== '') yield text
    }
  }
  yield ']}'
}

/** A number may have more digits than JavaScript writes: it is written as it is. */
const valueText = (value: BreakdownValue): string => (typeof value === 'bigint' ? String(value) : JSON.stringify(value))
