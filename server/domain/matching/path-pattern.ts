import { textPattern } from './text-pattern.ts'

/** Removes a leading `/v5` from a pattern, which is optional. */
export const belowVersion = (pattern: string): string => pattern.replace(/^\/v5(?=\/|$)/, '')

/** Creates a predicate for paths below `/v5`, in which `*` matches any text. */
export const pathPattern = (pattern: string): ((path: string) => boolean) => textPattern(belowVersion(pattern))
