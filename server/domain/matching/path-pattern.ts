/** Removes a leading `/v5` from a pattern, which is optional. */
export const belowVersion = (pattern: string): string => pattern.replace(/^\/v5(?=\/|$)/, '')

/**
 * Creates a predicate for paths below `/v5`, in which `*` matches any text. Uses no regular expression: with many `*`
 * one would be very slow.
 */
export function pathPattern(pattern: string): (path: string) => boolean {
  const [first = '', ...rest] = belowVersion(pattern).split('*')
  const last = rest.pop()
  if (last === undefined) return (path) => path === first
  const between = rest.filter((part) => part !== '')
  const shortest = between.reduce((sum, part) => sum + part.length, first.length + last.length)
  return (path) => {
    if (path.length < shortest || !path.startsWith(first)) return false
    let at = first.length
    for (const part of between) {
      const found = path.indexOf(part, at)
      if (found === -1) return false
      at = found + part.length
    }
    return path.length - last.length >= at && path.endsWith(last)
  }
}
