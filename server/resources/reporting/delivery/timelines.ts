import { type Features, featuresOf } from '#server/domain/ads/features.ts'
import { withChanges } from '#server/domain/ads/scheduled-change.ts'
import type { Period, Timeline } from '#server/domain/delivery/facts.ts'
import { adAccountRow } from '#server/resources/accounts/ad-accounts/service.ts'
import { type PastState, pastStates } from '#server/resources/accounts/delivery-history/repository.ts'
import type { ChangeSpan } from '#server/resources/accounts/scheduled-changes/repository.ts'
import type { World } from '#server/worlds/world.ts'

/** The life of an account that never could spend. */
export const never: Timeline<boolean> = { since: Number.NEGATIVE_INFINITY, periods: [] }

/**
 * Returns the states of an entity since its creation, the last one the present or, with schedules, the one after them.
 *
 * @param changes What schedules change, in the past and in the future.
 */
export function timelineOf<Fields extends object, State>(
  entity: Fields & { readonly id: string; readonly created_time: number },
  past: ReadonlyMap<string, readonly PastState[]>,
  stateOf: (fields: Fields) => State,
  changes: readonly ChangeSpan[] = [],
): Timeline<State> {
  const lives: Period<Fields>[] = (past.get(entity.id) ?? []).map(({ until, state }) => ({
    until,
    state: JSON.parse(state),
  }))
  lives.push({ until: Number.POSITIVE_INFINITY, state: entity })
  const periods = changes.length === 0 ? lives : asScheduled(lives, changes)
  return { since: entity.created_time, periods: periods.map(({ until, state }) => ({ until, state: stateOf(state) })) }
}

/** Returns periods that are cut where schedules begin and end, with the fields that these change. */
function asScheduled<Fields extends object>(
  lives: readonly Period<Fields>[],
  changes: readonly ChangeSpan[],
): readonly Period<Fields>[] {
  const ends = new Set([...lives.map(({ until }) => until), ...changes.flatMap(({ begin, until }) => [begin, until])])
  return [...ends]
    .sort((one, other) => one - other)
    .map((until) => {
      const life = lives.find((one) => one.until >= until) as Period<Fields>
      const active = changes.filter((span) => span.begin < until && span.until >= until)
      return {
        until,
        state: withChanges(
          life.state,
          active.map(({ change }) => change),
        ),
      }
    })
}

/** Returns since when, and until when, an ad account could spend. */
export function accountTimeline(world: World, id: string): Timeline<boolean> {
  const row = adAccountRow(world, id)
  const stored = pastStates(world.readable, id, '').map(({ until, state }) => ({ until, features: JSON.parse(state) }))
  const { settings } = world
  const past = settings.pastFeatureSettings
  const moments = new Set([...stored, ...past].map(({ until }) => until))
  const present = row.features === null ? null : (JSON.parse(row.features) as Partial<Features>)
  const periods = [...moments, Number.POSITIVE_INFINITY]
    .sort((one, other) => one - other)
    .map((until) => {
      const own = stored.find((former) => former.until >= until)?.features ?? present
      const ofWorld = past.find((former) => former.until >= until)?.features ?? settings.featureSettings
      return { until, state: !featuresOf(id, own, settings.featuresWith(ofWorld)).billing_disabled }
    })
  return { since: Number.NEGATIVE_INFINITY, periods }
}
