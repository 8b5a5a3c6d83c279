/** Where an item is sold, and in which language it is described: the same product is an item of its own in each market. */
export interface Market {
  /** ISO 3166-1 alpha-2: `US`. */
  readonly country: string
  /** The language of a locale, in capitals: `EN` of both `en-US` and `EN`. */
  readonly language: string
}

/** Returns the language of a locale (`en-US`) or language (`EN`), in capitals. */
export const languageOf = (locale: string): string => (locale.split('-')[0] ?? locale).toUpperCase()

/** Returns the market of a country and of a locale or language. Locales of one language are one market. */
export const marketOf = (country: string, locale: string): Market => ({ country, language: languageOf(locale) })
