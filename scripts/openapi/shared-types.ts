import { bareType, keyOf, type TypeSource, type TypeStyle } from './typescript-types.ts'

/** Characters of a schema below which it is repeated, since a name would not be shorter. */
const minLength = 80

/**
 * Finds the objects and enumerations that occur repeatedly in schemas, and returns the names that stand for them, each
 * that of the property which has it first, and their declarations.
 */
export function sharedTypes(roots: readonly TypeSource[]) {
  const found = new Map<string, { readonly schema: TypeSource; readonly property: string; count: number }>()
  const visit = (schema: TypeSource, property: string): void => {
    const key = keyOf(schema)
    const known = found.get(key)
    if (known !== undefined) known.count++
    else {
      const isNamed = (schema.enum !== undefined || schema.properties !== undefined) && key.length >= minLength
      if (isNamed) found.set(key, { schema, property, count: 1 })
      for (const [part, name] of partsOf(schema, property)) visit(part, name)
    }
  }
  for (const root of roots) visit(root, '')
  const repeated = [...found].filter(([, { count }]) => count > 1)
  const names = new Map<string, string>()
  for (const [key, { property }] of repeated) names.set(key, freeName(pascalCase(property), [...names.values()]))
  return {
    names,
    declarations: (style: TypeStyle): string =>
      repeated
        .map(([key, { schema, property }]) => `type ${names.get(key)} = ${bareType(schema, style, property)}\n`)
        .join('\n'),
  }
}

/** Returns the schemas within a schema, with the names of their properties. */
function partsOf(schema: TypeSource, property: string): readonly (readonly [TypeSource, string])[] {
  const { properties = {}, items, additionalProperties: more, allOf = [], anyOf = [], oneOf = [] } = schema
  const unnamed = [items, typeof more === 'object' ? more : undefined, ...allOf, ...anyOf, ...oneOf]
  return [
    ...Object.entries(properties).map(([name, part]) => [part, name] as const),
    ...unnamed.flatMap((part) => (part === undefined ? [] : [[part as TypeSource, property] as const])),
  ]
}

const pascalCase = (name: string): string =>
  name.toLowerCase().replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())

function freeName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`
    if (!taken.includes(candidate)) return candidate
  }
}
