/** One step into JSON: a name, a place in a list, or all of either. */
type Step = string | number

const shape = /^\$?(?:(?:^|\.)[\w-]+|\.\*|\[(?:\d+|\*|'[^']*')\])*$/
const step = /[\w-]+|\*|'[^']*'/g

/** Whether a text is a path into JSON as this server reads it: `$[0].name`, `items[*].id`, `[*]['a name']`. */
export const isJsonPath = (path: string): boolean => path !== '' && shape.test(path)

/** Everything in a value that the path leads to; nothing when it leads nowhere. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  const steps = [...path.replace(/^\$/, '').matchAll(step)].map(([text]) => text.replaceAll("'", ''))
  return steps.reduce<readonly unknown[]>((reached, one) => reached.flatMap((from) => next(from, one)), [value])
}

function next(from: unknown, one: Step): readonly unknown[] {
  if (from === null || typeof from !== 'object') return []
  if (one === '*') return Object.values(from)
  return Object.hasOwn(from, one) ? [Reflect.get(from, one)] : []
}
