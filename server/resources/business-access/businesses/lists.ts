import type { PageRange } from '#db/keyset.ts'

/**
 * Returns the rows of a page of a list whose first page skips some.
 *
 * @param list Returns the rows of a range of the whole list.
 */
export const pageSkipping = <Row>(
  { after, limit }: PageRange,
  skipped: number,
  list: (range: PageRange) => readonly Row[],
): readonly Row[] => (after === undefined ? list({ limit: limit + skipped }).slice(skipped) : list({ after, limit }))
