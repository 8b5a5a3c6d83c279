import type { Description } from '#openapi/description.ts'
import { operations as listed } from '#openapi/operations.ts'
import { exampleItem } from './examples.ts'
import type { Names } from './names.ts'
import type { NamedOperation } from './operations-of.ts'
import type { OwnerPlan } from './owner.ts'
import type { Plan } from './plan.ts'
import { hasExistenceRule } from './rules-files.ts'

/** Files that a new resource adds lines to, and how each is changed. */
export type Edits = Readonly<Record<string, (text: string) => string>>

/** Returns what changes outside the files of any resource: the registry, and operations that are not listed. */
export function registryEdits(
  description: Description,
  area: string,
  names: Names,
  operations: readonly NamedOperation[],
): Edits {
  const added = operations.filter(({ id }) => !isListed(id))
  return {
    'server/registry/resources.ts': (text) => {
      const path = `../resources/${area}/${names.folder}/resource.ts`
      const line = `import { ${names.variables} } from '${path}'\n`
      const imported = replaced(text, /(?<=\nimport [^\n]*\n)(?!import )/, line)
      return replaced(imported, /(?<=\n)\]\n$/, `  ${names.variables},\n]\n`)
    },
    ...(added.length > 0 && {
      'openapi/operations.json': (text) =>
        replaced(
          text,
          /\n\]\n?$/,
          `${added.map((one) => `,\n${JSON.stringify(entryOf(description, one))}`).join('')}\n]\n`,
        ),
    }),
  }
}

/** Returns what changes for entities that are stored: the built-in seed, and the lists of rule cases. */
export function entityEdits(plan: Plan): Edits {
  const { folder } = plan.names
  return {
    'server/seeds/small.json': (text) => seedWith(plan, JSON.parse(text)),
    ...(hasExistenceRule(plan) && {
      'test/rules/areas.ts': (text) => replaced(text, /(?=\n} as const satisfies)/, `\n  '${folder}': ['${folder}'],`),
    }),
  }
}

const isListed = (id: string): boolean => listed.some((operation) => operation.id === id)

/** Replaces a part of a text; throws where the text has no such part, since the file has changed its form. */
function replaced(text: string, part: RegExp, by: string): string {
  if (!part.test(text)) throw new Error(`Found no ${part} to change`)
  return text.replace(part, () => by)
}

type Seed = Record<string, Record<string, unknown>[]>

/** Returns the built-in seed with the first entity; what it belongs to is named by an alias. */
function seedWith({ names, owner, description, create, isReadOnly }: Plan, seed: Seed): string {
  const all = isReadOnly ? Object.keys(create.properties) : []
  const item = {
    alias: names.kind,
    ...ownerIn(seed, owner),
    created: '-P20D',
    ...exampleItem(description, create, all),
  }
  return JSON.stringify({ ...seed, [names.resource]: [item] })
}

function ownerIn(seed: Seed, { kind, parent }: OwnerPlan): object {
  if (parent === undefined) return kind === 'ad account' ? { ad_account: 'shop' } : {}
  const [first = {}] = seed[parent.names.resource] ?? []
  first.alias ??= parent.names.kind
  return { [parent.names.kind]: first.alias }
}

/** Returns what the list of all operations says of one. */
function entryOf(description: Description, { id, method, path, operation }: NamedOperation): object {
  return {
    id,
    method,
    path,
    tag: operation.tags?.[0] ?? id.split('/')[0],
    security: Object.assign({}, ...(operation.security ?? [])),
    rate_category: operation['x-ratelimit-category'] ?? (method === 'GET' ? 'ads_read' : 'ads_write'),
    sandbox: operation['x-sandbox'] === 'enabled',
    since: description.info.version.split('.').slice(0, 2).join('.'),
  }
}
