import type { FigureColumn } from './figure-column.ts'

const noCredits = 'no ad account has ads credits here'
const noPurchases = 'nobody buys on Pinterest itself here: purchases take place on the web, in apps and offline'

/** Columns that are always 0, by name, each with the reason. */
export const emptyReasons: Readonly<Record<string, string>> = {
  ADS_CREDIT_SPEND_IN_MICRO_DOLLAR: noCredits,
  ADS_CREDIT_SPEND_IN_DOLLAR: noCredits,
  ONSITE_CHECKOUTS_1: noPurchases,
  TOTAL_PINTEREST_CHECKOUT: noPurchases,
  TOTAL_PINTEREST_CHECKOUT_VALUE_IN_MICRO_DOLLAR: noPurchases,
  PINTEREST_CHECKOUT_COST_PER_ACTION: noPurchases,
  PINTEREST_CHECKOUT_ROAS: noPurchases,
}

/** The columns that are always 0, by name. */
export const emptyColumns: Readonly<Record<string, FigureColumn>> = Object.fromEntries(
  Object.keys(emptyReasons).map((name) => [name, { sum: [] }]),
)
