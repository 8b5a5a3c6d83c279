import { textPattern } from './text-pattern.ts'

/** Removes a leading `/v5` from a pattern, which is optional. */
export const belowVersion = (pattern: string): string => pattern.replace(/^\/v5(?=\/|$)/, '')

const parameter = /^\{\w+\}$/

/** Returns whether a pattern has `{parameters}`, each of which is a whole segment. Such a pattern has no `*`. */
export const hasParameters = (pattern: string): boolean => pattern.split('/').some((segment) => parameter.test(segment))

/**
 * Creates a predicate for paths below `/v5`, in which `*` matches any text, or `{name}` any text of a segment.
 */
export function pathPattern(pattern: string): (path: string) => boolean {
  const below = belowVersion(pattern)
  if (!hasParameters(below)) return textPattern(below)
  const segments = below.split('/')
  return (path) => {
    const sent = path.split('/')
    return (
      sent.length === segments.length &&
      segments.every((segment, index) => (parameter.test(segment) ? sent[index] !== '' : segment === sent[index]))
    )
  }
}

/** Returns the values of a pattern's `{parameters}` in a path that matches it. */
export function pathParameters(pattern: string, path: string): Readonly<Record<string, string>> {
  const sent = path.split('/')
  return Object.fromEntries(
    belowVersion(pattern)
      .split('/')
      .flatMap((segment, index) => (parameter.test(segment) ? [[segment.slice(1, -1), sent[index] ?? '']] : [])),
  )
}
