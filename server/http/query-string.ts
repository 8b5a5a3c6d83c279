import { type ParsedUrlQuery, parse } from 'node:querystring'

const indexed = /^([^[\]]+)\[\d*\]$/

/** Whether a name in the query may have an index. */
export const hasIndexes = (text: string): boolean => /\[|%5b/i.test(text)

/**
 * Reads a query. What is repeated is an array, and so are `ids[0]=1&ids[1]=2` and `ids[]=1&ids[]=2`, as the package qs
 * spells arrays, in the order in which they come; a name that is spelt in several ways is one array.
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
