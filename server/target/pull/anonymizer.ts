import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { references } from '#server/contracts/seed-section.ts'
import { isObject } from '#server/domain/json-object.ts'
import { unwrapped } from '#server/seeds/schema.ts'

/** Fields whose texts are those of the API, not of the account. */
const publicFields =
  /^(alias|id|created|targeting_spec|targeting_attributes|columns|language|username|platform_type|payment_terms)$|(currency|country|locale|time_zone|color)$/
/** Fields with money. Amounts keep their order: what was allowed below a budget still is. */
const moneyFields = /(micro_currency|spend_cap|budget|amount)/
/** Fields that tell where something is. */
const placeFields = /^(latitude|longitude|postal_code)$/
/** The smallest step of amounts in micro currency: a hundredth of the unit. */
const step = 10_000

/** What an item is called, and which ids it may name. */
export interface ItemNames {
  readonly title: string
  readonly isOfSeed: (id: string) => boolean
}

/** Replaces what an item tells of its account: names and texts, URLs and amounts. Equal values stay equal. */
export class Anonymizer {
  readonly #key: string
  readonly #factor: number

  /** @param adAccountId Makes the replacements those of this account: the same on every run. */
  constructor(adAccountId: string) {
    this.#key = adAccountId
    this.#factor = 1.1 + (Number.parseInt(this.#digest('factor'), 16) % 200) / 100
  }

  /** Returns the item of a section with replaced values. */
  item(schema: z.ZodObject, item: Readonly<Record<string, unknown>>, { title, isOfSeed }: ItemNames) {
    return Object.fromEntries(
      Object.entries(item).flatMap(([key, value]) => {
        if (placeFields.test(key)) return []
        if (publicFields.test(key) || isAlias(schema.shape[key])) return [[key, value]]
        if (key === 'name' && typeof value === 'string') return [[key, title]]
        return [[key, this.#value(schema.shape[key], value, key, isOfSeed)]]
      }),
    )
  }

  #value(schema: unknown, value: unknown, key: string, isOfSeed: ItemNames['isOfSeed']): unknown {
    const bare = unwrapped(schema)
    if (typeof value === 'number') return moneyFields.test(key) ? this.#amount(value) : value
    if (typeof value === 'string') return isPublic(bare, value, isOfSeed) ? value : this.#text(key, value)
    if (Array.isArray(value)) {
      const element = bare instanceof z.ZodArray ? bare.element : undefined
      return value.map((item) => this.#value(element ?? optionFor(bare, item), item, key, isOfSeed))
    }
    if (!isObject(value)) return value
    const shape = optionFor(bare, value)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        if (publicFields.test(name)) return [name, inner]
        const field = shape instanceof z.ZodObject ? shape.shape[name] : undefined
        const inside = field ?? (shape instanceof z.ZodRecord ? shape.valueType : undefined)
        return [name, this.#value(inside, inner, name, isOfSeed)]
      }),
    )
  }

  #amount(value: number): number {
    const scaled = value * this.#factor
    return Math.abs(value) >= step ? Math.round(scaled / step) * step : Math.round(scaled)
  }

  #text(key: string, value: string): string {
    if (value === '') return value
    if (isLongNumber(value)) return digitsOf(this.#digest(value), value.length)
    const digest = this.#digest(value)
    if (/^https?:\/\//i.test(value)) return `https://example.com/${digest}`
    if (value.includes('@'))
      return value
        .split(',')
        .map((one) => `${this.#digest(one)}@example.com`)
        .join(',')
    if (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(value)) return `${digest}.example.com`
    return `${key.replaceAll('_', ' ')} ${digest}`
  }

  #digest(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('hex').slice(0, 8)
  }
}

/** Whether a text is one of the API's own values, a number or a date. */
function isPublic(schema: unknown, value: string, isOfSeed: ItemNames['isOfSeed']): boolean {
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return true
  if (isLongNumber(value)) return isOfSeed(value)
  if (/^\d+$/.test(value) || /^\d{4}-\d\d-\d\d/.test(value)) return true
  return !(schema instanceof z.ZodString) && /^[A-Z][A-Z0-9_]*$/.test(value)
}

/** Returns the option of a union that a value fits; any other schema itself. */
function optionFor(schema: unknown, value: unknown): unknown {
  if (!(schema instanceof z.ZodUnion)) return schema
  return unwrapped(schema.options.find((option) => (option as z.ZodType).safeParse(value).success))
}

/** Whether a field refers to entities by alias, or to several. */
const isAlias = (schema: unknown): boolean => {
  const bare = unwrapped(schema)
  return references.has((bare instanceof z.ZodArray ? bare.element : bare) as z.ZodType)
}

/** Whether a text may be an id, of something of the account's. */
const isLongNumber = (text: string): boolean => /^\d{7,}$/.test(text)

const digitsOf = (digest: string, length: number): string =>
  String(Number.parseInt(digest, 16)).padStart(length, '7').slice(-length)
