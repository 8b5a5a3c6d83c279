/**
 * How many values a JSON body may have, lists, objects and what is in them: what a schema says of each wrong one costs
 * more than to read it. As many as a thousand conversion events have, or as keywords fit into a body of 1 MiB.
 */
export const mostValues = 100_000

/** Whether a value has more values in it than that. */
export const hasMoreValues = (value: unknown, most = mostValues): boolean => left(value, most) < 0

/** How many values are left of so many when those of one are taken away; below zero when it has more. */
function left(value: unknown, most: number): number {
  let rest = most - 1
  if (value === null || typeof value !== 'object') return rest
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && rest >= 0; index++) rest = left(value[index], rest)
    return rest
  }
  for (const key in value) {
    if (rest < 0) break
    rest = left(Reflect.get(value, key), rest)
  }
  return rest
}
