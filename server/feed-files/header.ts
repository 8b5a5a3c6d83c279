import type { FeedWarning } from '#server/domain/catalogs/feeds/feed-issue-names.ts'
import { UnreadableFeed } from './unreadable-feed.ts'

/** What the first row of a feed with columns says. */
export interface FeedHeader {
  /** The attribute of each column; undefined where an earlier column has it. */
  readonly attributes: readonly (string | undefined)[]
  readonly warnings: readonly FeedWarning[]
}

/** Returns the name of an attribute for an element: `Image-Link` is `image_link`. */
export const attributeNamed = (element: string): string =>
  element
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')

const longestHint = 200

/**
 * Reads the first row of a feed. Columns are named exactly as attributes are (F178): in lower case, without spaces.
 *
 * @param required The attributes that must have a column.
 * @throws UnreadableFeed
 */
export function headerOf(row: readonly string[], required: readonly string[]): FeedHeader {
  const seen = new Set<string>()
  const attributes = row.map((name) => {
    if (name.trim() === '' || seen.has(name)) return undefined
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
    throw new UnreadableFeed(
      'REQUIRED_COLUMNS_MISSING',
      `The feed has no column ${missing.join(', ')}.${hintOf(row, missing)}`,
    )
  }
  const hasDuplicates = row.some((column, index) => attributes[index] === undefined && column.trim() !== '')
  return { attributes, warnings: hasDuplicates ? ['DUPLICATE_HEADERS'] : [] }
}

/** Says which columns are named almost as those that are missing, or else which there are. */
function hintOf(row: readonly string[], missing: readonly string[]): string {
  const similar = row.filter((column) => missing.includes(attributeNamed(column.replace(/^g:/i, ''))))
  const names = (columns: readonly string[]): string => JSON.stringify(columns.join(', ').slice(0, longestHint))
  if (similar.length === 0) return ` Its columns are ${names(row)}.`
  return ` Names are compared exactly, and it has ${names(similar)}.`
}
