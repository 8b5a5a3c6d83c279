import { catalogCurrencies } from './currencies.ts'

/** An amount of money as items have it. */
export interface Price {
  readonly amount: number
  /** ISO 4217. */
  readonly currency: string
}

const form = /^(\d+(?:\.\d+)?|\.\d+) ?([A-Za-z]{3})?$/

const currencies: ReadonlySet<string> = new Set(catalogCurrencies)

/**
 * Reads a price: `24.99 USD`, `24.99USD` or `24.99`, which is in US dollars. Returns undefined for anything else, and
 * for a currency that catalogs do not have.
 *
 * @param currency What a price without a currency is in.
 */
export function priceOf(text: unknown, currency = 'USD'): Price | undefined {
  const parts = typeof text === 'string' ? form.exec(text.trim()) : null
  if (parts === null) return undefined
  const named = parts[2]?.toUpperCase()
  if (named !== undefined && !currencies.has(named)) return undefined
  return { amount: Number(parts[1]), currency: named ?? currency }
}
