import { hash } from '../ids.ts'
import type { CampaignDelivery } from './campaign-delivery.ts'
import { type ConversionChannel, type ConversionSource, conversionTypes } from './conversion-types.ts'
import { fractionOf, mix } from './hash.ts'
import type { Conversion } from './modelled-conversions.ts'
import { touchBefore } from './touch.ts'

/** A conversion event as an advertiser sent it. */
export interface RecordedEvent {
  readonly name: string
  readonly channel: ConversionChannel
  /** When it happened, in Unix seconds. */
  readonly happened: number
  /** The id of the click that led to it; null where it is not known. */
  readonly clickId: string | null
  /** Who did it, as far as the event says. */
  readonly person: string
  /** Micro-currency. */
  readonly value: number
  readonly quantity: number
}

/** The share of people without a click id who saw an ad before. Assumed. */
const reachedShare = 0.6
/** The share of them that engaged with it. Assumed. */
const engagedShare = 0.3

const unknownType = conversionTypes.findIndex(({ name }) => name === 'unknown')

/** Returns what led to an event; undefined when no ad did. A click id always stands for a click. */
export function sourceOf({ clickId, person }: RecordedEvent): ConversionSource | undefined {
  if (clickId !== null) return 'click'
  const chance = fractionOf(mix(hash(person), 7))
  if (chance >= reachedShare) return undefined
  return chance < reachedShare * engagedShare ? 'engagement' : 'view'
}

/**
 * Returns how near an event is to a campaign: of those that delivered before it, the one with the greatest value led to
 * it. Campaigns that come later change nothing.
 */
export const affinityOf = (event: RecordedEvent, campaignId: string): number =>
  mix(hash(event.clickId ?? event.person), hash(campaignId))

/** Returns the event as a conversion of an ad of a campaign; undefined when the campaign delivered nothing before it. */
export function conversionBy(
  delivery: CampaignDelivery,
  event: RecordedEvent,
  source: ConversionSource,
): (Conversion & { readonly ad: number }) | undefined {
  const touch = touchBefore(delivery, event.happened, hash(event.clickId ?? event.person))
  if (touch === undefined) return undefined
  const { channel, happened, value, quantity } = event
  const type = conversionTypes.findIndex(({ name }) => name === event.name)
  return {
    ad: touch.ad,
    acted: touch.at,
    type: type < 0 ? unknownType : type,
    source,
    channel,
    happened,
    value,
    quantity,
  }
}
