import { type ParsedUrlQuery, parse } from 'node:querystring'

const indexed = /^([^[\]]+)\[\d*\]$/

/** Returns whether a name in a query string may have an index. */
export const hasIndexes = (text: string): boolean => /\[|%5b/i.test(text)

/**
 * Parses a query string. Repeated parameters become an array, and also `ids[0]=1&ids[1]=2` and `ids[]=1&ids[]=2`, as
 * the package qs writes arrays, in their order. One name in several spellings is one array.
 */
export function parseQuery(text: string): ParsedUrlQuery {
  const query = parse(text)
  if (!hasIndexes(text)) return query
  for (const [spelling, value = []] of Object.entries(query)) {
    const name = indexed.exec(spelling)?.[1]
    if (name === undefined) continue
    query[name] = [query[name] ?? [], value].flat()
    delete query[spelling]
  }
  return query
}

const nested = /^([^[\]]+)\[([^[\]]+)\]$/

/** Parses a query string as `parseQuery` does, and `query[page_size]=25` to an object of its own: `deepObject`. */
export function parseNestedQuery(text: string): Record<string, unknown> {
  const query: Record<string, unknown> = parseQuery(text)
  if (!hasIndexes(text)) return query
  for (const [spelling, value] of Object.entries(query)) {
    const [, name, key] = nested.exec(spelling) ?? []
    if (name === undefined || key === undefined) continue
    delete query[spelling]
    query[name] = Object.fromEntries([...entriesIn(query[name]), [key, value]])
  }
  return query
}

const entriesIn = (value: unknown): readonly [string, unknown][] =>
  value !== null && typeof value === 'object' ? Object.entries(value) : []
