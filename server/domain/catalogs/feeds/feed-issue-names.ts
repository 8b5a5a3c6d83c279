/** What keeps a feed as a whole, or lines of it, from being processed, by the names that the API has for it. */
export const feedErrors = [
  'DELIMITER_ERROR',
  'ENCODING_ERROR',
  'FEED_LENGTH_TOO_LONG',
  'FEED_TOO_SMALL',
  'FETCH_ERROR',
  'FETCH_INACTIVE_FEED_ERROR',
  'INTERNAL_SERVICE_ERROR',
  'MALFORMED_XML',
  'NO_VERIFIED_DOMAIN',
  'REQUIRED_COLUMNS_MISSING',
] as const
/** One of `feedErrors`. */
export type FeedError = (typeof feedErrors)[number]

/** Warnings about a feed as a whole. */
export const feedWarnings = [
  'DUPLICATE_HEADERS',
  'FETCH_SAME_SIGNATURE',
  'INCONSISTENT_CURRENCY_VALUES',
  'INDEXED_PRODUCT_COUNT_LARGE_DELTA',
  'UPDATED_TIME_INVALID',
] as const
/** One of `feedWarnings`. */
export type FeedWarning = (typeof feedWarnings)[number]
