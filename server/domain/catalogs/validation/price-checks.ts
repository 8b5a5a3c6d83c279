import { currencyOfCountry } from '#server/domain/reference/country-currencies.ts'
import { type Price, priceOf } from '../price.ts'
import { type Findings, fail, warn } from './findings.ts'
import { textOf } from './values.ts'

/** The share of the price below which a sale price is taken for a mistake. No source has a number: chosen. */
const lowestShare = 0.1

interface PriceDefaults {
  readonly currency?: string | undefined
  readonly country?: string | undefined
}

/** Checks the prices of a product: the one that it must have, and those that depend on it. */
export function checkPrices(
  found: Findings,
  attributes: Readonly<Record<string, unknown>>,
  { currency, country }: PriceDefaults,
): void {
  const text = textOf(attributes.price)
  if (text === '') {
    fail(found, 'PRICE_MISSING', 'price')
    return
  }
  const price = priceOf(text, currency)
  if (price === undefined) {
    fail(found, 'PRODUCT_PRICE_INVALID', 'price', text)
    return
  }
  found.item.price = amountText(text, price)
  if (country !== undefined && price.currency !== (currencyOfCountry(country) ?? price.currency)) {
    warn(found, 'COUNTRY_DOES_NOT_MAP_TO_CURRENCY', 'price', text)
  }
  checkSalePrice(found, attributes, price)
}

function checkSalePrice(found: Findings, attributes: Readonly<Record<string, unknown>>, price: Price): void {
  const [saleText, listText] = [textOf(attributes.sale_price), textOf(attributes.list_price)]
  const sale = saleText === '' ? undefined : priceOf(saleText, price.currency)
  const list = listText === '' ? undefined : priceOf(listText, price.currency)
  if (listText !== '' && list === undefined) fail(found, 'LIST_PRICE_INVALID', 'list_price', listText)
  if (saleText === '') return
  if (sale === undefined) {
    warn(found, 'SALES_PRICE_INVALID', 'sale_price', saleText)
    return
  }
  if (sale.currency !== price.currency) {
    warn(found, 'INCONSISTENT_CURRENCY_VALUES', 'sale_price', saleText)
    return
  }
  if (
    list !== undefined &&
    list.amount !== price.amount &&
    list.amount !== sale.amount &&
    sale.amount !== price.amount
  ) {
    fail(found, 'PRICE_CANNOT_BE_DETERMINED', 'price', textOf(attributes.price))
    return
  }
  if (sale.amount > price.amount) {
    warn(found, 'SALES_PRICE_TOO_HIGH', 'sale_price', saleText)
    // As documented of this warning (S523).
    found.item.sale_price = found.item.price
    return
  }
  if (sale.amount < price.amount * lowestShare) warn(found, 'SALES_PRICE_TOO_LOW', 'sale_price', saleText)
  found.item.sale_price = amountText(saleText, sale)
}

/** Returns a price with its currency, and with the digits that were sent. */
export const amountText = (text: string, { currency }: Price): string =>
  `${/^[\d.]+/.exec(text)?.[0] ?? ''} ${currency}`
