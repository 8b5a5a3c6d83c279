/**
 * Tells whether a query has parameters of these names alone, each written without codes and brackets. Costs a tenth of
 * parsing it, and is true of nearly every query.
 */
export function hasOnlyNames(query: string, names: Readonly<Record<string, unknown>>): boolean {
  let begin = 0
  while (begin < query.length) {
    const next = query.indexOf('&', begin)
    const end = next === -1 ? query.length : next
    const equals = query.indexOf('=', begin)
    const name = query.slice(begin, equals === -1 || equals > end ? end : equals)
    if (!Object.hasOwn(names, name)) return false
    begin = end + 1
  }
  return true
}
