const shape = /^\$?(?:(?:^|\.)[\w-]+|\.\*|\[(?:\d+|\*|'[^']*')\])*$/
const step = /[\w-]+|\*|'[^']*'/g

/** Tells whether a text is a JSON path of the supported subset: `$[0].name`, `items[*].id`, `[*]['a name']`. */
export const isJsonPath = (path: string): boolean => path !== '' && shape.test(path)

/** Splits a path into steps: a key, an index, or `*` for all of either. */
export const stepsOf = (path: string): readonly string[] =>
  [...path.replace(/^\$/, '').matchAll(step)].map(([text]) => text.replaceAll("'", ''))

/** Tells whether any value that the steps lead to passes. Stops at the first that does. */
export function someAt(
  value: unknown,
  steps: readonly string[],
  passes: (part: unknown) => boolean,
  walked = 0,
): boolean {
  const one = steps[walked]
  if (one === undefined) return passes(value)
  if (value === null || typeof value !== 'object') return false
  if (one !== '*') {
    return Object.hasOwn(value, one) && someAt(Reflect.get(value, one), steps, passes, walked + 1)
  }
  if (Array.isArray(value)) return value.some((part) => someAt(part, steps, passes, walked + 1))
  for (const name in value) if (someAt(Reflect.get(value, name), steps, passes, walked + 1)) return true
  return false
}
