/** The types of catalogs. */
export const catalogTypes = ['RETAIL', 'HOTEL', 'CREATIVE_ASSETS'] as const
/** One of `catalogTypes`. */
export type CatalogType = (typeof catalogTypes)[number]
