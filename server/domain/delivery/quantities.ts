import {
  type ConversionChannel,
  type ConversionSource,
  type ConversionType,
  conversionChannels,
  conversionSources,
  conversionTypes,
} from './conversion-types.ts'
import { type Device, devicePairs } from './devices.ts'
import { type Measure, numberOf } from './measures.ts'

/** What is added up of conversions: how many there are, their value in micro-currency, and what was bought. */
export const conversionAspects = ['number', 'value', 'quantity'] as const
/** One of `conversionAspects`. */
export type ConversionAspect = (typeof conversionAspects)[number]

/** An aspect of the conversions of a type, after a source, on a channel. */
export type ConversionQuantity = `${ConversionType}/${ConversionSource}/${ConversionChannel}/${ConversionAspect}`

/** The number of conversions of a type that took place on one device after an ad on the same or another one. */
export type DeviceQuantity = `${ConversionType}/${Device}>${Device}`

/**
 * Something that adds up: over time, over entities and over the parts of a breakdown. `spend` is micro-currency, and
 * `videoSpend` the part of it that ads with a video cost.
 */
export type Quantity = Measure | 'spend' | 'videoSpend' | ConversionQuantity | DeviceQuantity

/** Where the sums of a row stand: only what columns need has a place. */
export class Layout {
  /** The number of sums in a row. */
  readonly size: number
  /** The measures that are needed, with their places. */
  readonly measures: readonly { readonly number: number; readonly slot: number }[]
  /** The place of what was spent; undefined when it is not needed. */
  readonly spend: number | undefined
  /** The place of what ads with a video cost; undefined when it is not needed. */
  readonly videoSpend: number | undefined
  /** The positions in `conversionTypes` of the types that are needed. */
  readonly types: readonly number[]
  readonly #slots: ReadonlyMap<Quantity, number>
  readonly #conversions = new Map<number, number>()
  readonly #devices = new Map<number, number>()

  constructor(quantities: Iterable<Quantity>) {
    const slots = new Map<Quantity, number>()
    for (const quantity of quantities) if (!slots.has(quantity)) slots.set(quantity, slots.size)
    this.#slots = slots
    this.size = slots.size
    this.spend = slots.get('spend')
    this.videoSpend = slots.get('videoSpend')
    const entries = [...slots].filter(([quantity]) => !isSpend(quantity))
    this.measures = entries
      .filter(([quantity]) => !quantity.includes('/'))
      .map(([quantity, slot]) => ({ number: numberOf(quantity as Measure), slot }))
    const types = new Set<number>()
    for (const [quantity, slot] of entries) {
      const [name, source, channel, aspect] = quantity.split('/')
      if (source === undefined) continue
      const type = conversionTypes.findIndex((one) => one.name === name)
      types.add(type)
      if (aspect === undefined) {
        const pair = devicePairs.findIndex(([from, to]) => source === `${from}>${to}`)
        this.#devices.set(type * devicePairs.length + pair, slot)
        continue
      }
      const key = keyOf(type, source as ConversionSource, channel as ConversionChannel, aspect as ConversionAspect)
      this.#conversions.set(key, slot)
    }
    this.types = [...types].sort((one, other) => one - other)
  }

  /** Returns the place of a quantity; undefined when it is not needed. */
  findSlot(quantity: Quantity): number | undefined {
    return this.#slots.get(quantity)
  }

  /** Returns the place of a quantity that is needed. */
  slotOf(quantity: Quantity): number {
    return this.#slots.get(quantity) as number
  }

  /** Returns the place of an aspect of conversions; undefined when it is not needed. */
  conversionSlot(
    type: number,
    source: ConversionSource,
    channel: ConversionChannel,
    aspect: ConversionAspect,
  ): number | undefined {
    return this.#conversions.get(keyOf(type, source, channel, aspect))
  }

  /** Returns the place of the number of conversions on a pair of devices; undefined when it is not needed. */
  deviceSlot(type: number, pair: number): number | undefined {
    return this.#devices.get(type * devicePairs.length + pair)
  }

  /** Tells whether anything needs the devices of conversions. */
  get hasDevices(): boolean {
    return this.#devices.size > 0
  }
}

const isSpend = (quantity: Quantity): boolean => quantity === 'spend' || quantity === 'videoSpend'

const keyOf = (type: number, source: ConversionSource, channel: ConversionChannel, aspect: ConversionAspect): number =>
  ((type * 3 + conversionSources.indexOf(source)) * 3 + conversionChannels.indexOf(channel)) * 3 +
  conversionAspects.indexOf(aspect)
