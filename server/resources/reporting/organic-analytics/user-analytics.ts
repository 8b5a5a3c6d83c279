import { dayOf, daySeconds } from '#server/domain/delivery/calendar.ts'
import { type AppType, appShares } from '#server/domain/delivery/organic.ts'
import type { World } from '#server/worlds/world.ts'
import { added, dailyMetrics, daysBetween, metricsOf, statusOf } from './days.ts'
import { type OrganicMetric, userMetrics, type videoMetrics } from './metrics.ts'
import type { UserAnalyticsQuery, UserFilters } from './schema.ts'
import { beginOf, type PinFigures, userFigures } from './user-service.ts'

/** Returns the figures of a user: of everything together, or by what they are split by. */
export async function userAnalytics(world: World, userId: string, query: UserAnalyticsQuery) {
  const days = daysBetween(query.start_date, query.end_date)
  const names = query.metric_types ?? userMetrics
  const begin = beginOf(world, userId)
  const parts = await partsOf(world, userId, days, query)
  return Object.fromEntries(
    Object.entries(parts).map(([name, figures]) => {
      const ofDays = days.map((day, index) => ({ day, sums: added(figures.flatMap((one) => one.days[index] ?? [])) }))
      const hasBegun = days.some((day) => day >= dayOf(begin))
      return [
        name,
        {
          daily_metrics: dailyMetrics(world, ofDays, names, { begin, before: 'BEFORE_BUSINESS_CREATED' }),
          summary_metrics: hasBegun ? metricsOf(names, added(ofDays.map(({ sums }) => sums))) : {},
        },
      ]
    }),
  )
}

type Parts = Readonly<Record<string, readonly PinFigures[]>>

/** Returns the figures by what a query splits them by. */
async function partsOf(
  world: World,
  userId: string,
  days: readonly number[],
  query: UserAnalyticsQuery,
): Promise<Parts> {
  const figures = await userFigures(world, userId, days, query)
  if (query.split_field === 'APP_TYPE') {
    const apps = Object.keys(appShares) as AppType[]
    const parts = apps.map(async (app) => {
      const filters = { ...query, content_type: 'ORGANIC' as const }
      const isWanted = query.app_types === 'ALL' || query.app_types === app
      return [app.toLowerCase(), isWanted ? await userFigures(world, userId, days, filters, [app]) : []] as const
    })
    return Object.fromEntries(await Promise.all(parts))
  }
  if (query.split_field === 'PIN_FORMAT') {
    const groups = Map.groupBy(figures, ({ format }) => format.toLowerCase())
    return Object.fromEntries(groups)
  }
  if (query.split_field === 'SOURCE') return { your_pins: figures, other_pins: [] }
  if (query.split_field === 'OWNED_CONTENT') return { claimed: [], other: figures }
  return { all: figures }
}

/** The criteria of a list of the best Pins. */
interface TopQuery extends UserFilters {
  readonly sort_by: OrganicMetric
  readonly metric_types?: readonly OrganicMetric[] | undefined
  readonly num_of_pins: number
  readonly created_in_last_n_days?: number | undefined
}

/** Returns a user's best Pins, or videos alone. */
export async function topPins(
  world: World,
  userId: string,
  query: TopQuery,
  { metrics, isVideo }: { readonly metrics: typeof userMetrics | typeof videoMetrics; readonly isVideo: boolean },
) {
  const days = daysBetween(query.start_date, query.end_date)
  const now = world.clock.seconds()
  const figures = await userFigures(world, userId, days, query)
  const since = query.created_in_last_n_days === undefined ? 0 : now - query.created_in_last_n_days * daySeconds
  const names = query.metric_types ?? metrics
  const pins = [...Map.groupBy(figures, ({ pin }) => pin)]
    .filter(([pin]) => pin.created >= since && (pin.isVideo || !isVideo))
    .map(([pin, parts]) => ({ pin, sums: added(parts.flatMap((part) => part.days)) }))
    .filter(({ sums }) => sums.IMPRESSION > 0)
    .map(({ pin, sums }) => ({ pin, sums, rank: metricsOf([query.sort_by], sums)[query.sort_by] ?? 0 }))
    .sort((one, other) => other.rank - one.rank || (one.pin.id < other.pin.id ? -1 : 1))
    .slice(0, query.num_of_pins)
  const status = statusOf(world, days.at(-1) ?? dayOf(now), 0, 'READY')
  return {
    sort_by: query.sort_by,
    pins: pins.map(({ pin, sums }) => ({
      pin_id: pin.id,
      metrics: metricsOf(names, sums),
      data_status: Object.fromEntries(names.map((name) => [name, status])),
    })),
    date_availability:
      pins.length === 0 ? {} : { latest_available_timestamp: dayOf(now) * daySeconds * 1000 - 1, is_realtime: false },
  }
}
