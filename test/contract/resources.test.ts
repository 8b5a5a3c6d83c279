import t from 'tap'
import { operationOf } from '#openapi/operations.ts'
import type { Resource } from '#server/contracts/resource.ts'
import { implementedOperations } from '#server/registry/operations.ts'
import { resources } from '#server/registry/resources.ts'
import { sources } from './sources.ts'

const inFolder = /^server\/resources\/[^/]+\/[^/]+/
const folders = [...new Set(sources.flatMap(({ path }) => inFolder.exec(path)?.[0] ?? []))]
const paths = sources.map(({ path }) => path)

const isResource = (value: unknown): value is Resource =>
  typeof value === 'object' && value !== null && 'name' in value && 'parents' in value

/** The description of each resource by its folder, where it has one. */
const described = new Map<string, Resource | undefined>()
for (const folder of folders) {
  const file = `${folder}/resource.ts`
  const exported = paths.includes(file) ? Object.values(await import(`../../${file}`)) : []
  described.set(folder, exported.find(isResource))
}

/** What a folder still needs to be a resource, in a sentence; undefined when that is nothing. */
function missingFrom(folder: string, resource: Resource | undefined): string | undefined {
  if (resource === undefined) {
    return `${folder} has no resource.ts that exports a Resource: write one, as server/contracts/resource.ts shows it`
  }
  if (!resources.includes(resource)) return `${folder} is in no list: add it to server/registry/resources.ts`
  return undefined
}

t.test('every folder of resources describes its resource, and the registry has it', async (t) => {
  t.same(
    [...described].flatMap(([folder, resource]) => missingFrom(folder, resource) ?? []),
    [],
  )
  t.equal(resources.length, folders.length, 'and the registry has nothing else, and nothing twice')
})

t.test('a folder without a description, or one that is not listed, is told what to do', async (t) => {
  const folder = 'server/resources/campaign-management/lead-forms'
  t.match(
    missingFrom(folder, undefined),
    /lead-forms has no resource.ts .*: write one, as server.contracts.resource.ts/,
  )
  t.match(missingFrom(folder, { name: 'lead_forms', parents: [] }), /lead-forms .*: add it to server.registry/)
})

t.test('a resource has the name of its folder', async (t) => {
  for (const [folder, resource] of described) t.equal(resource?.name.replaceAll('_', '-'), folder.split('/').at(-1))
})

t.test('parents stand before their children, so that a seed makes them first', async (t) => {
  resources.forEach(({ name, parents }, index) => {
    const late = parents.filter((parent) => resources.indexOf(parent) >= index).map((parent) => parent.name)
    t.same(late, [], name)
  })
})

t.test('a resource imports from its parents alone', async (t) => {
  for (const [folder, resource] of described) {
    const allowed = [...described].filter(([, other]) => other && resource?.parents.includes(other))
    const within = [folder, ...allowed.map(([name]) => name)]
    const strays = sources
      .filter(({ path }) => path.startsWith(`${folder}/`))
      .flatMap(({ path, imports }) => imports.map((name) => ({ path, name })))
      .filter(({ name }) => inFolder.test(name) && !within.some((one) => name.startsWith(`${one}/`)))
      .map(({ path, name }) => `${path} imports ${name}: make it one of the parents, or leave it`)
    t.same(strays, [], folder)
  }
})

t.test('of each kind there can be 30,000 entities before ids come near those of another', async (t) => {
  const room = 30_000n * 64n
  const ranges = resources.flatMap(({ ids = [] }) => ids).toSorted((one, other) => (one.first < other.first ? -1 : 1))
  ranges.slice(1).forEach((range, index) => {
    const before = ranges[index] ?? range
    t.ok(range.first - before.first >= room, `${range.kind} begins too near to ${before.kind}`)
  })
})

const twice = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index)

const owned: Readonly<Record<string, (resource: Resource) => readonly string[]>> = {
  'an operation': ({ operations = {} }) => Object.keys(operations),
  'a kind of id': ({ ids = [] }) => ids.map(({ kind }) => kind),
  'an error': ({ errors = {} }) => Object.keys(errors),
  'a tag': ({ tags = {} }) => Object.keys(tags),
  'an example of a path parameter': ({ examples = {}, ids = [] }) => [
    ...Object.keys(examples),
    ...ids.map(({ kind }) => `${kind}_id`),
  ],
}

for (const [what, namesOf] of Object.entries(owned)) {
  t.test(`${what} belongs to one resource`, async (t) => {
    t.same(twice(resources.flatMap(namesOf)), [])
  })
}

t.test('each tag under which an operation stands is described, and no other', async (t) => {
  const used = new Set([...implementedOperations].map((id) => operationOf(id).tag))
  t.same(resources.flatMap(({ tags = {} }) => Object.keys(tags)).toSorted(), [...used].toSorted())
})

t.test('a resource with operations says what loads them, and one without says nothing', async (t) => {
  for (const { name, operations, routes } of resources) t.equal(routes !== undefined, operations !== undefined, name)
})
