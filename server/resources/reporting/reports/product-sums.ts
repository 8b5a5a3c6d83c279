import { bucketAt } from '#server/domain/delivery/buckets.ts'
import type { ReportPeriod } from '#server/domain/delivery/periods.ts'
import type { Attribution } from '#server/domain/delivery/tally.ts'
import type { EventProduct } from '#server/resources/conversions/conversion-events/products.ts'
import type { AttributedEvent } from '../delivery/events.ts'
import type { EntitySums } from '../delivery/sum-table.ts'
import { type ProductColumn, productType } from './product-columns.ts'
import type { RowTarget } from './rows.ts'

/** What is counted of the products of events. */
export interface ProductSumsOptions {
  readonly periods: readonly ReportPeriod[]
  readonly attribution: Attribution
  /** Unix seconds: what comes later has not happened. */
  readonly now: number
  readonly columns: readonly ProductColumn[]
  /** Whether the currency of the account is the US dollar: there are no rates for others. */
  readonly isInDollars: boolean
  readonly partOf: (product: EventProduct) => RowTarget | undefined
}

/** A part of an entity's products, and its figures by the position of a period. */
export interface ProductPart {
  readonly target: RowTarget
  readonly sums: Pick<EntitySums, 'at'>
}

/** Counts the products of events, by entity and part. */
export class ProductSums {
  readonly #options: ProductSumsOptions
  readonly #parts = new Map<string, Map<string, { readonly target: RowTarget; readonly rows: Float64Array[] }>>()

  constructor(options: ProductSumsOptions) {
    this.#options = options
  }

  /** Counts an event for an entity. */
  add(entityId: string, event: AttributedEvent): void {
    const { periods, attribution, now } = this.#options
    const { acted, happened, source, products } = event
    if (products === null || happened > now || happened - acted > attribution.windows[source]) return
    const period = bucketAt(periods, attribution.byConversion ? happened : acted)
    if (period < 0) return
    for (const product of JSON.parse(products) as readonly EventProduct[]) this.#add(entityId, event, product, period)
  }

  #add(entityId: string, { name, channel }: AttributedEvent, product: EventProduct, period: number): void {
    const { columns, isInDollars, partOf } = this.#options
    const target = partOf(product)
    if (target === undefined) return
    const row = this.#rowOf(entityId, target, period)
    const type = productType(name)
    const worth = {
      QUANTITY: product.quantity,
      VALUE: product.value,
      VALUE_IN_USD: isInDollars ? product.value : 0,
    }
    for (const [index, column] of columns.entries()) {
      const isMeant = (column.type ?? type) === type && (column.channel ?? channel) === channel
      if (isMeant) row[index] = (row[index] as number) + worth[column.aspect]
    }
  }

  #rowOf(entityId: string, target: RowTarget, period: number): Float64Array {
    const ofEntity = this.#parts.get(entityId) ?? new Map<string, { target: RowTarget; rows: Float64Array[] }>()
    this.#parts.set(entityId, ofEntity)
    const key = JSON.stringify(target)
    const part = ofEntity.get(key) ?? { target, rows: [] }
    ofEntity.set(key, part)
    const row = part.rows[period] ?? new Float64Array(this.#options.columns.length)
    part.rows[period] = row
    return row
  }

  /** Returns the parts of an entity in the order of their values. */
  of(entityId: string): readonly ProductPart[] {
    return [...(this.#parts.get(entityId) ?? [])]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { target, rows }]) => ({ target, sums: { at: (period) => rows[period] } }))
  }

  /** The ids of the entities that have any, in the order in which they were counted. */
  get entities(): readonly string[] {
    return [...this.#parts.keys()]
  }
}
