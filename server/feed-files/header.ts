import type { FeedWarning } from '#server/domain/catalogs/feeds/feed-issue-names.ts'
import { UnreadableFeed } from './unreadable-feed.ts'

/** What the first row of a feed with columns says. */
export interface FeedHeader {
  /** The attribute of each column; undefined where an earlier column has it. */
  readonly attributes: readonly (string | undefined)[]
  readonly warnings: readonly FeedWarning[]
}

/** Returns the name of an attribute for a column or an element: `g:Image Link` is `image_link`. */
export const attributeNamed = (column: string): string =>
  column
    .trim()
    .toLowerCase()
    .replace(/^g:/, '')
    .replaceAll(/[\s-]+/g, '_')

/**
 * Reads the first row of a feed.
 *
 * @param required The attributes that must have a column.
 * @throws UnreadableFeed
 */
export function headerOf(row: readonly string[], required: readonly string[]): FeedHeader {
  const seen = new Set<string>()
  const attributes = row.map((column) => {
    const name = attributeNamed(column)
    if (name === '' || seen.has(name)) return undefined
    seen.add(name)
    return name
  })
  const [only = ''] = row
  if (row.length === 1 && /[\t,;|]/.test(only)) {
    throw new UnreadableFeed(
      'DELIMITER_ERROR',
      `The columns are not separated as the format says: ${only.slice(0, 80)}`,
    )
  }
  const missing = required.filter((name) => !seen.has(name))
  if (missing.length > 0) {
    throw new UnreadableFeed('REQUIRED_COLUMNS_MISSING', `The feed has no column ${missing.join(', ')}.`)
  }
  const hasDuplicates = row.some((column, index) => attributes[index] === undefined && attributeNamed(column) !== '')
  return { attributes, warnings: hasDuplicates ? ['DUPLICATE_HEADERS'] : [] }
}
