/** A country in which ads are bought and shown. */
export interface AdCountry {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
  readonly name: string
  /** The name of its currency. */
  readonly currency: string
}

const country = (code: string, name: string, currency: string): AdCountry => ({ code, name, currency })

/** The countries that an advertiser may be in, in the order of the contract. */
export const adCountries: readonly AdCountry[] = [
  country('US', 'United States of America', 'Dollars'),
  country('GB', 'United Kingdom', 'Pounds'),
  country('CA', 'Canada', 'Canadian dollars'),
  country('IE', 'Ireland', 'Euros'),
  country('AU', 'Australia', 'Australian dollars'),
  country('NZ', 'New Zealand', 'New Zealand dollars'),
  country('FR', 'France', 'Euros'),
  country('SE', 'Sweden', 'Swedish kronor'),
  country('IL', 'Israel', 'Shekels'),
  country('DE', 'Germany', 'Euros'),
  country('AT', 'Austria', 'Euros'),
  country('IT', 'Italy', 'Euros'),
  country('ES', 'Spain', 'Euros'),
  country('NL', 'Netherlands', 'Euros'),
  country('BE', 'Belgium', 'Euros'),
  country('PT', 'Portugal', 'Euros'),
  country('CH', 'Switzerland', 'Swiss francs'),
  country('HK', 'Hong Kong', 'Hong Kong dollars'),
  country('JP', 'Japan', 'Yen'),
  country('KR', 'South Korea', 'Won'),
  country('SG', 'Singapore', 'Singapore dollars'),
  country('NO', 'Norway', 'Norwegian kroner'),
  country('DK', 'Denmark', 'Danish kroner'),
  country('FI', 'Finland', 'Euros'),
  country('CY', 'Cyprus', 'Euros'),
  country('LU', 'Luxembourg', 'Euros'),
  country('MT', 'Malta', 'Euros'),
  country('PL', 'Poland', 'Zlotys'),
  country('RO', 'Romania', 'Lei'),
  country('HU', 'Hungary', 'Forints'),
  country('CZ', 'Czechia', 'Korunas'),
  country('GR', 'Greece', 'Euros'),
  country('SK', 'Slovakia', 'Euros'),
  country('BR', 'Brazil', 'Reais'),
  country('MX', 'Mexico', 'Mexican pesos'),
  country('AR', 'Argentina', 'Argentine pesos'),
  country('CL', 'Chile', 'Chilean pesos'),
  country('CO', 'Colombia', 'Colombian pesos'),
]
