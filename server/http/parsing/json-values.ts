/**
 * How many values a JSON body may have, nested ones included. Describing each invalid value costs more than parsing it.
 * A thousand conversion events need as many, or keywords in a body of 1 MiB.
 */
export const maxValues = 100_000

/** Returns whether a value contains more values, itself included. */
export const hasMoreValues = (value: unknown, budget = maxValues): boolean => remaining(value, budget) < 0

/** Returns how many values remain of a budget after those of the value are subtracted; below zero when it has more. */
function remaining(value: unknown, budget: number): number {
  let rest = budget - 1
  if (value === null || typeof value !== 'object') return rest
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && rest >= 0; index++) rest = remaining(value[index], rest)
    return rest
  }
  for (const key in value) {
    if (rest < 0) break
    rest = remaining(Reflect.get(value, key), rest)
  }
  return rest
}
