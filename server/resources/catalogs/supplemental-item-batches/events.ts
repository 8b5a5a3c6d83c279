import { priceOf } from '#server/domain/catalogs/price.ts'
import { isWebLink } from '#server/domain/catalogs/validation/values.ts'
import type { ItemEvent } from '../item-batches/schema.ts'
import type { LocalAttributes } from '../local-inventory-items/repository.ts'

const refusals = {
  'no-store': { attribute: 'store_code', code: 302, message: 'There is no store with this code in this catalog.' },
  'no-item': { attribute: 'item_id', code: 300, message: 'There is no item with this id in this catalog.' },
  missing: { attribute: 'item_id', code: 303, message: 'The store has no local inventory of this item.' },
  taken: { attribute: 'item_id', code: 304, message: 'The store has local inventory of this item already.' },
} as const satisfies Record<string, ItemEvent>

/** Why an operation cannot be carried out. */
export type Refusal = keyof typeof refusals

/** Returns the error of an operation that cannot be carried out. Codes and words are a decision of this project. */
export const refusal = (reason: Refusal): ItemEvent => refusals[reason]

/** Returns the event for an attribute with a value that is not published (F124). */
const malformed = (attribute: string): ItemEvent => ({
  attribute,
  code: 113,
  message: 'Some supplemental item data was not published due to incorrect formatting',
})

/** Attributes of which those that cannot be read are left out, and what is wrong with them. */
export interface CheckedAttributes {
  readonly attributes: Partial<LocalAttributes>
  readonly errors: readonly ItemEvent[]
  readonly warnings: readonly ItemEvent[]
}

const checks = {
  sale_price: (text: string): boolean => priceOf(text) !== undefined,
  ad_link: isWebLink,
} as const

/**
 * Checks attributes: a price that cannot be read is an error, and an optional attribute a warning, which is left out. That
 * it is so is a decision of this project.
 */
export function checkedAttributes(sent: Readonly<Partial<LocalAttributes>>): CheckedAttributes {
  const wrong = (Object.keys(checks) as (keyof typeof checks)[]).filter((name) => {
    const value = sent[name]
    return typeof value === 'string' && !checks[name](value)
  })
  const isPriced = sent.price === undefined || priceOf(sent.price) !== undefined
  const taken = Object.entries(sent).filter(([name]) => !(wrong as readonly string[]).includes(name))
  return {
    attributes: Object.fromEntries(taken),
    errors: isPriced ? [] : [malformed('price')],
    warnings: wrong.map(malformed),
  }
}
