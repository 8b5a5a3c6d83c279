import type { PageRange } from '#db/keyset.ts'

/** Returns the range that also has the rows which the first page skips. */
export const rangeSkipping = (page: PageRange, skipped: number): PageRange =>
  page.after === undefined ? { ...page, limit: page.limit + skipped } : page

/** Returns the rows without those that the first page skips. */
export const skipping = <Row>(rows: readonly Row[], page: PageRange, skipped: number): readonly Row[] =>
  page.after === undefined ? rows.slice(skipped) : rows
