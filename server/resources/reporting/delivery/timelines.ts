import { type Features, featuresOf } from '#server/domain/ads/features.ts'
import type { Period, Timeline } from '#server/domain/delivery/facts.ts'
import { adAccountRow } from '#server/resources/accounts/ad-accounts/service.ts'
import { type PastState, pastStates } from '#server/resources/accounts/delivery-history/repository.ts'
import type { World } from '#server/worlds/world.ts'

/** The life of an account that never could spend. */
export const never: Timeline<boolean> = { since: Number.NEGATIVE_INFINITY, periods: [] }

/** Returns the states of an entity since its creation, the present one last. */
export function timelineOf<Fields, State>(
  entity: Fields & { readonly id: string; readonly created_time: number },
  past: ReadonlyMap<string, readonly PastState[]>,
  stateOf: (fields: Fields) => State,
): Timeline<State> {
  const periods: Period<State>[] = (past.get(entity.id) ?? []).map(({ until, state }) => ({
    until,
    state: stateOf(JSON.parse(state)),
  }))
  periods.push({ until: Number.POSITIVE_INFINITY, state: stateOf(entity) })
  return { since: entity.created_time, periods }
}

/** Returns since when, and until when, an ad account could spend. */
export function accountTimeline(world: World, id: string): Timeline<boolean> {
  const row = adAccountRow(world, id)
  const stored = pastStates(world.readable, id, '').map(({ until, state }) => ({ until, features: JSON.parse(state) }))
  const settings = world.pastFeatureSettings
  const moments = new Set([...stored, ...settings].map(({ until }) => until))
  const present = row.features === null ? null : (JSON.parse(row.features) as Partial<Features>)
  const periods = [...moments, Number.POSITIVE_INFINITY]
    .sort((one, other) => one - other)
    .map((until) => {
      const own = stored.find((past) => past.until >= until)?.features ?? present
      const ofWorld = settings.find((past) => past.until >= until)?.features ?? world.featureSettings
      return { until, state: !featuresOf(id, own, world.featuresWith(ofWorld)).billing_disabled }
    })
  return { since: Number.NEGATIVE_INFINITY, periods }
}
