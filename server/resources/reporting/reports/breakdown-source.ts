import { type BreakdownType, breakdownTypes } from '#server/domain/delivery/breakdown-types.ts'
import type { World } from '#server/worlds/world.ts'
import { type BreakdownFigures, breakdownOf, usualValues } from '../delivery/breakdown.ts'
import { entitiesOf } from '../delivery/entities.ts'
import { campaignIdsOf, entitiesAtOnce } from '../delivery/figures.ts'
import { loaderOf } from '../delivery/loaders.ts'
import { deliveryKeywords } from '../delivery/repository.ts'
import { attributesOf, figureRequest, type RowSource, rowMaker, rowsOf } from './row-source.ts'
import type { EntityRows, RowBatch } from './rows.ts'
import type { ReportCreate } from './schema.ts'
import { isAgeAndGender, type ReportTargetingType } from './values.ts'

const known: ReadonlySet<string> = new Set(Object.values(breakdownTypes).flat())

/** The targeting that a request names. */
type TargetingRequest = Pick<ReportCreate, 'targeting_types' | 'combine_targeting_types'>

/** Returns the types of a report that anything here is broken down by; those of every level when it names none. */
export function breakdownsOf(request: TargetingRequest): readonly BreakdownType[] {
  const { targeting_types: types, combine_targeting_types } = request
  if (types == null) return breakdownTypes.account.filter((type) => type !== 'AGE_BUCKET_AND_GENDER')
  if (combine_targeting_types && isAgeAndGender(types)) return ['AGE_BUCKET_AND_GENDER']
  return [...new Set(types)].filter((type): type is ReportTargetingType & BreakdownType => known.has(type))
}

/** Yields the rows of a report by entity, type and value. */
export async function* brokenDownRows(
  world: World,
  source: RowSource,
  types: readonly BreakdownType[],
): AsyncGenerator<RowBatch> {
  const [only, ...others] = types
  if (only === undefined) return
  if (others.length === 0) yield* rowsOfType(world, source, only)
  else if (source.level === 'account') for (const type of types) yield* rowsOfType(world, source, type)
  else yield* rowsOfTypes(world, source, types)
}

/** Yields rows by date: they are counted once for each. */
export async function* dateByDate(
  source: RowSource,
  rowsIn: (part: RowSource) => AsyncIterable<RowBatch>,
): AsyncGenerator<RowBatch> {
  for (const period of source.periods) yield* rowsIn({ ...source, periods: [period] })
}

async function* rowsOfType(
  world: World,
  source: RowSource,
  type: BreakdownType,
  ids?: ReadonlySet<string>,
): AsyncGenerator<readonly EntityRows[]> {
  for await (const part of breakdownOf(world, { ...figureRequest(source, source.periods), ids }, type)) {
    if (source.keepsTarget?.(type, String(part.value)) ?? true) yield [entityRows(world, source, type, part)]
  }
}

function entityRows(world: World, source: RowSource, type: BreakdownType, part: BreakdownFigures): EntityRows {
  const target = { TARGETING_TYPE: type, TARGETING_VALUE: String(part.value) }
  const attributes = attributesOf(world, source, part.id)
  return { id: part.id, attributes, rows: rowsOf(source.periods, part.sums, rowMaker(source), { attributes, target }) }
}

/**
 * Yields the rows of several types, those of an entity together: as many entities at once as have room in memory, or one
 * with a type after the other.
 */
async function* rowsOfTypes(
  world: World,
  source: RowSource,
  types: readonly BreakdownType[],
): AsyncGenerator<RowBatch> {
  const { columns, periods, accountId } = source
  const rowsOfEntity = types.length * usualValues * periods.length
  const atOnce = Math.max(1, Math.floor(entitiesAtOnce(columns.figures, rowsOfEntity)))
  for (const campaignId of campaignIdsOf(world, figureRequest(source, periods))) {
    const campaign = loaderOf(world, accountId).load(campaignId)
    if (campaign === undefined) continue
    const within = { ...source, passing: { ...source.passing, campaigns: [campaignId] } }
    const ids = entitiesOf(campaign, source).entities.map(({ id }) => id)
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = new Set(ids.slice(from, from + atOnce))
      if (some.size === 1) for (const type of types) yield* rowsOfType(world, within, type, some)
      else yield* byEntity(world, within, types, some)
    }
  }
}

async function* byEntity(
  world: World,
  source: RowSource,
  types: readonly BreakdownType[],
  ids: ReadonlySet<string>,
): AsyncGenerator<RowBatch> {
  const found = new Map([...ids].map((id) => [id, [] as EntityRows[]]))
  for (const type of types) {
    for await (const [rows] of rowsOfType(world, source, type, ids))
      if (rows !== undefined) found.get(rows.id)?.push(rows)
  }
  yield* found.values()
}

/** The columns of what rows by keyword are of. */
export const keywordColumns = ['KEYWORD_ID', 'TARGETING_TYPE', 'TARGETING_VALUE'] as const

/**
 * Yields the rows of keywords, by ad group. Of keywords of one text, which differ in what they match, the first has all of
 * it (assumed).
 */
export async function* keywordRows(world: World, source: RowSource): AsyncGenerator<RowBatch> {
  for await (const part of breakdownOf(world, figureRequest(source, source.periods), 'KEYWORD')) {
    const { campaignId = '', id: adGroupId, value, sums } = part
    const keyword = deliveryKeywords(world.readable, campaignId).find(
      (one) => one.ad_group_id === adGroupId && one.value === value,
    )
    if (keyword === undefined) continue
    const target = { KEYWORD_ID: keyword.id, TARGETING_TYPE: 'KEYWORD', TARGETING_VALUE: keyword.value }
    const attributes = attributesOf(world, source, adGroupId)
    const rows = rowsOf(source.periods, sums, rowMaker(source), { attributes, target })
    yield [{ id: keyword.id, attributes, rows }]
  }
}
