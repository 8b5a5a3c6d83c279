/** A pattern as a path below `/v5`: it may be given with that or without. */
export const belowVersion = (pattern: string): string => pattern.replace(/^\/v5(?=\/|$)/, '')

/** Tells the paths below `/v5` that a pattern means, in which `*` is any text. */
export function pathPattern(pattern: string): RegExp {
  const parts = belowVersion(pattern).split('*')
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`)
}
