import type { Description, Schema } from './description.ts'

const prefix = '#/components/schemas/'
const suffix = 'Input'

/** Whether the generator's component is a schema of what is sent, and not of what is answered. */
export const isSent = (name: string): boolean => name.endsWith(suffix)

/**
 * Gives each schema one name. The generator writes each twice, `Label` for what is answered and `LabelInput` for what is
 * sent: what nobody refers to goes, and twins that say the same, or have lost the other, become one. Sorted by name.
 */
export function oneNameEach<Given extends Description>(description: Given): Given {
  const { components, ...rest } = description
  const { schemas = {}, ...others } = components ?? {}
  const used = reachable(schemas, [rest, others])
  const merged = new Set(used.filter(isSent))
  let before = -1
  while (merged.size !== before) {
    before = merged.size
    for (const name of merged) if (!saysTheSame(schemas, used, name, merged)) merged.delete(name)
  }
  const named = used.map((name) => [merged.has(name) ? stem(name) : name, renamed(schemas[name], merged)] as const)
  const sorted = named.sort(([one], [other]) => (one < other ? -1 : 1))
  return renamed(
    { ...rest, components: { ...others, schemas: Object.fromEntries(sorted) } } as unknown as Given,
    merged,
  )
}

function saysTheSame(
  schemas: Readonly<Record<string, Schema>>,
  used: readonly string[],
  name: string,
  merged: ReadonlySet<string>,
): boolean {
  if (!used.includes(stem(name))) return true
  return JSON.stringify(renamed(schemas[name], merged)) === JSON.stringify(renamed(schemas[stem(name)], merged))
}

const stem = (name: string): string => name.slice(0, -suffix.length)

/** The names of the schemas that something leads to. */
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

/** The part with its references to the merged names rewritten. */
function renamed<Part>(part: Part, merged: ReadonlySet<string>): Part {
  return JSON.parse(JSON.stringify(part), (key, value) => {
    const name = key === '$ref' && typeof value === 'string' ? value.slice(prefix.length) : ''
    return merged.has(name) ? prefix + stem(name) : value
  })
}
