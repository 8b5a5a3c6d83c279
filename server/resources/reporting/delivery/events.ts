import { connectionIdOf } from '#db/change-count.ts'
import type { Conversion } from '#server/domain/delivery/modelled-conversions.ts'
import { longestWindow } from '#server/domain/delivery/modelled-conversions.ts'
import { affinityOf, conversionBy, type RecordedEvent, sourceOf } from '#server/domain/delivery/recorded-event.ts'
import { type ConversionEventRow, eventsBetween } from '#server/resources/conversions/conversion-events/repository.ts'
import type { World } from '#server/worlds/world.ts'
import type { DeliveryLoader } from './load.ts'
import { campaignIds } from './repository.ts'

/** A conversion event with the ad of a campaign that led to it. */
export type AttributedEvent = Conversion & {
  readonly ad: number
  readonly campaignId: string
  /** The name of the event. */
  readonly name: string
  /** The products that it was about, as JSON text; null without any. */
  readonly products: string | null
}

/** What led to the events of an ad account. It is worked out once for each: nothing that comes later changes it. */
interface Attributions {
  readonly connection: number
  /** The latest second of the world's clock: after it was set back, the past is another one. */
  readonly until: number
  readonly bySequence: Map<number, AttributedEvent | null>
}

const attributions = new WeakMap<World, Attributions>()

/** Forgets what led to the events of a world, after what was true in the past was changed. */
export const forgetAttributions = (world: World): void => void attributions.delete(world)

/**
 * Returns the conversions that the events of an ad account are, by the campaign that led to them.
 *
 * @param from Unix seconds: the earliest event, and before `to` the latest of an ad that was seen before.
 */
export function attributedEvents(
  world: World,
  accountId: string,
  { from, to }: { readonly from: number; readonly to: number },
  loader: DeliveryLoader,
): ReadonlyMap<string, readonly AttributedEvent[]> {
  const until = Math.min(to + longestWindow, world.clock.seconds() + 1)
  const rows = eventsBetween(world.readable, accountId, from, { to: until, now: world.clock.seconds() })
  if (rows.length === 0) return new Map()
  const { bySequence } = attributionsOf(world)
  const campaigns = campaignIds(world.readable, accountId)
  const found = rows.flatMap((row) => {
    let event = bySequence.get(row.seq)
    if (event === undefined) {
      event = attributed(row, campaigns, loader)
      bySequence.set(row.seq, event)
    }
    return event ?? []
  })
  return Map.groupBy(found, ({ campaignId }) => campaignId)
}

function attributionsOf(world: World): Attributions {
  const [connection, now] = [connectionIdOf(world.readable), world.clock.seconds()]
  const before = attributions.get(world)
  const isSame = before !== undefined && before.connection === connection && before.until <= now
  const known = { connection, until: now, bySequence: isSame ? before.bySequence : new Map() }
  attributions.set(world, known)
  return known
}

function attributed(
  row: ConversionEventRow,
  campaigns: readonly string[],
  loader: DeliveryLoader,
): AttributedEvent | null {
  const event = recordedEvent(row)
  const source = sourceOf(event)
  if (source === undefined) return null
  const nearest = campaigns
    .map((id) => ({ id, affinity: affinityOf(event, id) }))
    .sort((one, other) => other.affinity - one.affinity)
  for (const { id } of nearest) {
    const campaign = loader.load(id)
    const conversion = campaign && conversionBy(campaign.delivery, event, source)
    if (conversion !== undefined) return { ...conversion, campaignId: id, name: row.name, products: row.products }
  }
  return null
}

const recordedEvent = ({ click, products: _, ...row }: ConversionEventRow): RecordedEvent => ({
  ...row,
  clickId: click,
})
