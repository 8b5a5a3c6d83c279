/** What is left out of a level, or is another space. Almost no level has any, and looking costs less than replacing. */
const unclean = /\s\s|[^\S ]/

const cleaned = (level: string): string => (unclean.test(level) ? level.replaceAll(/\s+/g, ' ') : level).trim()

/**
 * Returns levels of a product type or category as one text that says of each level but the first which one it is, so that
 * any part of a path can be found in it.
 *
 * @param first The number of the first level: 0 for the whole path, more for a part of one, which begins with its number.
 */
export const pathText = (levels: readonly string[], first = 0): string =>
  levels.map((level, index) => (first + index === 0 ? '' : `\t${first + index}\t`) + cleaned(level)).join('')

/** Returns the levels of a path. */
export const levelsOf = (path: string): readonly string[] => path.split(/\t\d+\t/)
