import { dayOf } from '#server/domain/delivery/calendar.ts'
import { type AppType, appShares, type OrganicPin, organicOn } from '#server/domain/delivery/organic.ts'
import { requirePin } from '#server/resources/content/pins/pin-access.ts'
import type { World } from '#server/worlds/world.ts'
import { added, dailyMetrics, daysBetween, metricsOf } from './days.ts'
import { lifetimeMetrics, type PinMetric } from './metrics.ts'
import { organicPin } from './repository.ts'
import { organicAnalyticsRules } from './rules.ts'
import type { PinAnalyticsQuery } from './schema.ts'

const everyApp = Object.keys(appShares) as AppType[]

/** Returns the kinds of apps that a query means. */
export const appsOf = (app_types: 'ALL' | AppType): readonly AppType[] => (app_types === 'ALL' ? everyApp : [app_types])

/** Refuses days that are too long ago, or in a wrong order. */
export function checkDays(
  { rules, clock }: World,
  { start_date, end_date }: { readonly start_date: string; readonly end_date: string },
  isMultiPinAllowed?: boolean,
): void {
  const access = isMultiPinAllowed === undefined ? {} : { isMultiPinAllowed }
  rules.assert(organicAnalyticsRules, { start_date, end_date, now: clock.seconds(), ...access })
}

type Query = Omit<PinAnalyticsQuery, 'split_field' | 'ad_account_id'> & Partial<Pick<PinAnalyticsQuery, 'split_field'>>

/** Returns the figures of a Pin of a user: of all apps together, or of each kind apart. */
export function pinAnalytics(world: World, ownerId: string, id: string, query: Query) {
  const pin = organicPin(requirePin(world, ownerId, id))
  const apps = appsOf(query.app_types)
  if (query.split_field !== 'APP_TYPE') return { all: figuresOfPin(world, pin, query, apps) }
  return Object.fromEntries(apps.map((app) => [app.toLowerCase(), figuresOfPin(world, pin, query, [app])]))
}

function figuresOfPin(world: World, pin: OrganicPin, query: Query, apps: readonly AppType[]) {
  const now = world.clock.seconds()
  const countsOn = (day: number) => ({ day, sums: organicOn(pin, day, now, apps) })
  const days = daysBetween(query.start_date, query.end_date).map(countsOn)
  const names = query.metric_types.filter((name) => !isLifetime(name))
  const life = query.metric_types.filter(isLifetime)
  const since = Array.from({ length: dayOf(now) - dayOf(pin.created) + 1 }, (_, age) => dayOf(pin.created) + age)
  return {
    daily_metrics: dailyMetrics(world, days, names, { begin: pin.created, before: 'BEFORE_PIN_CREATED' }),
    lifetime_metrics: life.length === 0 ? {} : metricsOf(life, added(since.map((day) => countsOn(day).sums))),
    summary_metrics: metricsOf(names, added(days.map(({ sums }) => sums))),
  }
}

const isLifetime = (name: PinMetric): boolean => lifetimeMetrics.some((one) => one === name)
