import type { Description, Parameter, Reference } from '../description.ts'
import { mapValues } from '../tidy-schema.ts'
import { pascal } from './words.ts'

/**
 * Makes parameters that several operations share components. Of several that bear one name, the one that most
 * operations have gets it, and others that are shared get the tag of their operations before it.
 */
export function withNamedParameters(description: Description): Description {
  const uses = new Map<string, string[]>()
  const parameters = new Map<string, Parameter>()
  for (const { tags = [], parameters: own = [] } of Object.values(description.paths).flatMap(Object.values)) {
    for (const parameter of own) {
      if ('$ref' in parameter) continue
      const key = JSON.stringify(parameter)
      parameters.set(key, parameter)
      uses.set(key, [...(uses.get(key) ?? []), tags[0] ?? ''])
    }
  }
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const byUse = [...uses].filter(([, tags]) => tags.length > 1).sort(([, one], [, other]) => other.length - one.length)
  for (const [key, tags] of byUse) {
    const name = pascal(parameters.get(key)?.name ?? '')
    const free = [name, pascal(tags[0] ?? '') + name].find((one) => !taken.has(one))
    if (free === undefined) continue
    taken.add(free)
    names.set(key, free)
  }
  const shared = [...names].map(([key, name]) => [name, parameters.get(key) as Parameter] as const)
  return {
    ...description,
    paths: mapValues(description.paths, (item) =>
      mapValues(item, ({ parameters: own, ...operation }) => ({
        ...operation,
        ...(own && { parameters: own.map(referred) }),
      })),
    ),
    components: {
      ...description.components,
      parameters: Object.fromEntries(shared.sort(([one], [other]) => (one < other ? -1 : 1))),
    },
  }

  function referred(parameter: Parameter | Reference): Parameter | Reference {
    const name = names.get(JSON.stringify(parameter))
    return name === undefined ? parameter : { $ref: `#/components/parameters/${name}` }
  }
}
