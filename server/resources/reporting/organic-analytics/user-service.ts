import { daySeconds } from '#server/domain/delivery/calendar.ts'
import { ColumnSet } from '#server/domain/delivery/column-set.ts'
import { type AppType, type OrganicPin, organicOn } from '#server/domain/delivery/organic.ts'
import { findPin } from '#server/resources/content/pins/find-pin.ts'
import type { World } from '#server/worlds/world.ts'
import { figuresOf } from '../delivery/figures.ts'
import { noSums } from './days.ts'
import type { OrganicSums } from './metrics.ts'
import { appsOf } from './pin-service.ts'
import { accountsOf, organicPin, organicPinsOf } from './repository.ts'
import type { UserFilters } from './schema.ts'

/** The figures of one Pin by the position of a day, without ads or with them. */
export interface PinFigures {
  readonly pin: OrganicPin
  readonly format: 'ORGANIC_IMAGE' | 'ORGANIC_VIDEO' | 'ADS_STANDARD' | 'ADS_VIDEO'
  readonly days: readonly OrganicSums[]
}

const paidColumns = new ColumnSet(['IMPRESSION_1', 'CLICKTHROUGH_1', 'OUTBOUND_CLICK_1', 'REPIN_1'])
const attribution = { windows: { click: 0, engagement: 0, view: 0 }, byConversion: false }

/**
 * Returns the figures of a user's Pins that pass the filters.
 *
 * @param apps Which kinds of apps count; absent for those of the filters. Figures of ads have none and count with all.
 */
export async function userFigures(
  world: World,
  userId: string,
  days: readonly number[],
  filters: UserFilters,
  apps: readonly AppType[] = appsOf(filters.app_types),
): Promise<readonly PinFigures[]> {
  const { content_type, pin_format, source, from_claimed_content, app_types } = filters
  if (source === 'OTHER_PINS' || from_claimed_content === 'CLAIMED') return []
  const pins = organicPinsOf(world.readable, userId)
  const now = world.clock.seconds()
  const organic = pins.map((pin): PinFigures => {
    const counts = days.map((day) => organicOn(pin, day, now, apps))
    return { pin, format: pin.isVideo ? 'ORGANIC_VIDEO' : 'ORGANIC_IMAGE', days: counts }
  })
  const hasAds = content_type !== 'ORGANIC' && app_types === 'ALL' && !pin_format.startsWith('ORGANIC')
  const paid = hasAds ? await paidFigures(world, userId, days, pins) : []
  return [...(content_type === 'PAID' ? [] : organic), ...paid].filter(
    ({ format }) => pin_format === 'ALL' || pin_format === format,
  )
}

/** Returns what ads delivered of a user's Pins, in all of the user's ad accounts. */
async function paidFigures(
  world: World,
  userId: string,
  days: readonly number[],
  pins: readonly OrganicPin[],
): Promise<readonly PinFigures[]> {
  const found = new Map<string, ReturnType<typeof noSums>[]>()
  const buckets = days.map((day) => ({ from: day * daySeconds, to: (day + 1) * daySeconds }))
  for (const { id: accountId } of accountsOf(world.readable, userId)) {
    for await (const { id, rows } of figuresOf(world, {
      accountId,
      level: 'pin',
      columns: paidColumns,
      buckets,
      attribution,
    })) {
      const sums = found.get(id) ?? days.map(noSums)
      found.set(id, sums)
      for (const [bucket, row] of rows.entries()) {
        const day = sums[bucket]
        if (row === undefined || day === undefined) continue
        const [impressions = 0, clicks = 0, outbound = 0, saves = 0] = paidColumns.valuesOf(row)
        day.IMPRESSION += impressions
        day.PIN_CLICK += clicks
        day.OUTBOUND_CLICK += outbound
        day.SAVE += saves
      }
    }
  }
  const stored = new Map(pins.map((pin) => [pin.id, pin]))
  return [...found].flatMap(([id, sums]) => {
    const pin = stored.get(id) ?? productPinOf(world, userId, id)
    return pin === undefined ? [] : { pin, format: pin.isVideo ? 'ADS_VIDEO' : 'ADS_STANDARD', days: sums }
  })
}

function productPinOf(world: World, userId: string, id: string): OrganicPin | undefined {
  const pin = findPin(world.readable, id)
  return pin?.owner_id === userId ? organicPin(pin) : undefined
}

/** Returns when a user's first ad account or Pin was made, in Unix seconds; infinity when there is none. */
export function beginOf(world: World, userId: string): number {
  const pins = organicPinsOf(world.readable, userId)
  return Math.min(
    ...pins.map(({ created }) => created),
    ...accountsOf(world.readable, userId).map(({ created }) => created),
  )
}
