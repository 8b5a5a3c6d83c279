export { countries } from '#server/domain/reference/countries.ts'

/** ISO 4217 codes that an ad account may have; UNK is unknown. */
// biome-ignore format: a table
export const currencies = [
  'UNK', 'USD', 'GBP', 'CAD', 'EUR', 'AUD', 'NZD', 'SEK', 'ILS', 'CHF', 'HKD', 'JPY', 'SGD', 'KRW', 'NOK', 'DKK',
  'PLN', 'RON', 'HUF', 'CZK', 'BRL', 'MXN', 'ARS', 'CLP', 'COP', 'INR', 'TRY',
] as const
