import { Mock, MockWorld } from '#server/index.ts'

const methodsOf = ({ prototype }: { readonly prototype: object }): readonly string[] =>
  Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor')

/** The groups of verbs of a world, such as `clock`, with their verbs. */
export const groupsOf = (world: MockWorld): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(world).flatMap(([name, value]) =>
    typeof value === 'object' && name !== 'env' ? [[name, Object.keys(value)] as const] : [],
  )

/** Every verb of the library by its name, such as `reset` and `clock.freeze`. */
export const verbsOf = (world: MockWorld): readonly string[] => [
  ...methodsOf(MockWorld),
  ...methodsOf(Mock),
  ...groupsOf(world).flatMap(([group, verbs]) => verbs.map((verb) => `${group}.${verb}`)),
]
