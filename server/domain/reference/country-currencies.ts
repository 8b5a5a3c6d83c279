/** The usual currencies of the countries in which ads are bought, by ISO 4217. */
const currencies: Readonly<Record<string, readonly string[]>> = {
  USD: ['US'],
  GBP: ['GB'],
  CAD: ['CA'],
  EUR: ['IE', 'FR', 'DE', 'AT', 'IT', 'ES', 'NL', 'BE', 'PT', 'GR', 'CY', 'MT', 'LU', 'FI', 'SK'],
  AUD: ['AU'],
  NZD: ['NZ'],
  SEK: ['SE'],
  ILS: ['IL'],
  CHF: ['CH'],
  JPY: ['JP'],
  NOK: ['NO'],
  DKK: ['DK'],
  PLN: ['PL'],
  RON: ['RO'],
  HUF: ['HU'],
  CZK: ['CZ'],
  BRL: ['BR'],
  MXN: ['MX'],
  ARS: ['AR'],
  CLP: ['CL'],
  COP: ['CO'],
}

const byCountry = new Map(
  Object.entries(currencies).flatMap(([currency, countries]) =>
    countries.map((country) => [country, currency] as const),
  ),
)

/** Returns the usual currency of a country (`US`); undefined where none is known. */
export const currencyOfCountry = (country: string): string | undefined => byCountry.get(country)
