import { Mock, type MockWorld } from '#server/index.ts'

/** The methods of a class and of those that it extends. */
export function methodsOf({ prototype }: { readonly prototype: object }): readonly string[] {
  const inherited = Object.getPrototypeOf(prototype)
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
    .map(([name]) => name)
  return [...new Set([...(inherited === Object.prototype ? [] : methodsOf(inherited.constructor)), ...own])]
}

/** The groups of verbs of a world, such as `clock`, with their verbs. */
export const groupsOf = (world: MockWorld): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(world).flatMap(([name, value]) =>
    typeof value === 'object' && name !== 'env' ? [[name, Object.keys(value)] as const] : [],
  )

/** Every verb of the library by its name, such as `reset` and `clock.freeze`. */
export const verbsOf = (world: MockWorld): readonly string[] => [
  ...methodsOf(Mock),
  ...groupsOf(world).flatMap(([group, verbs]) => verbs.map((verb) => `${group}.${verb}`)),
]
