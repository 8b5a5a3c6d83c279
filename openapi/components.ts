import type { Description, Schema } from './description.ts'

const prefix = '#/components/schemas/'
const suffix = 'Input'

/** Tells whether a component is a request schema of the generator, and not a response schema. */
export const isInputSchema = (name: string): boolean => name.endsWith(suffix)

/**
 * Gives each schema one name. The generator writes each twice, `Label` for responses and `LabelInput` for requests:
 * unused schemas are removed, and pairs that are equal, or of which one was removed, become one. Sorted by name.
 */
export function withUniqueSchemas<Document extends Description>(description: Document): Document {
  const { components, ...rest } = description
  const { schemas = {}, ...others } = components ?? {}
  const used = reachable(schemas, [rest, others])
  const merged = new Set(used.filter(isInputSchema))
  let before = -1
  while (merged.size !== before) {
    before = merged.size
    for (const name of merged) if (!isEquivalent(schemas, used, name, merged)) merged.delete(name)
  }
  const named = used.map((name) => [merged.has(name) ? stem(name) : name, renamed(schemas[name], merged)] as const)
  const sorted = named.sort(([one], [other]) => (one < other ? -1 : 1))
  return renamed(
    { ...rest, components: { ...others, schemas: Object.fromEntries(sorted) } } as unknown as Document,
    merged,
  )
}

function isEquivalent(
  schemas: Readonly<Record<string, Schema>>,
  used: readonly string[],
  name: string,
  merged: ReadonlySet<string>,
): boolean {
  if (!used.includes(stem(name))) return true
  return JSON.stringify(renamed(schemas[name], merged)) === JSON.stringify(renamed(schemas[stem(name)], merged))
}

const stem = (name: string): string => name.slice(0, -suffix.length)

/** Returns the names of the schemas that are referenced, directly or not. */
function reachable(schemas: Readonly<Record<string, Schema>>, roots: unknown): readonly string[] {
  const found = new Set<string>()
  const queue: unknown[] = [roots]
  while (queue.length > 0) {
    for (const name of referencesIn(queue.shift())) {
      if (found.has(name)) continue
      found.add(name)
      queue.push(schemas[name])
    }
  }
  return [...found]
}

const referencesIn = (part: unknown): readonly string[] =>
  [...JSON.stringify(part ?? null).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '')

/** Returns a part with its references to merged names rewritten. */
function renamed<Part>(part: Part, merged: ReadonlySet<string>): Part {
  return JSON.parse(JSON.stringify(part), (key, value) => {
    const name = key === '$ref' && typeof value === 'string' ? value.slice(prefix.length) : ''
    return merged.has(name) ? prefix + stem(name) : value
  })
}
