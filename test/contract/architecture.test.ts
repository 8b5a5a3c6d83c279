import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import t from 'tap'
import { floors } from './floors.ts'

const root = new URL('../..', import.meta.url).pathname
const folders = ['server', 'db', 'openapi', 'scripts', 'test/properties/model']

/** A source file and what it imports: files as paths from the root, packages by name. */
interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

const pathOf = (name: string, from: string): string => {
  if (name.startsWith('#')) return name.slice(1)
  return name.startsWith('.') ? join(dirname(from), name) : name
}

const sources: readonly Source[] = folders
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => {
    const path = relative(root, join(entry.parentPath, entry.name))
    const text = readFileSync(join(root, path), 'utf8')
    const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name)
    return { path, text, imports: named.map((name) => pathOf(name, path)) }
  })

const ours = new Set(sources.map(({ path }) => path))

/** On which floor a file is; -1 where nobody said. */
const floorOf = (path: string): number => floors.findIndex((floor) => path === floor || path.startsWith(`${floor}/`))

t.test('every file is on a floor', async (t) => {
  const homeless = sources.map(({ path }) => path).filter((path) => !path.startsWith('test/') && floorOf(path) === -1)
  t.same(homeless, [])
})

t.test('every floor has files', async (t) => {
  t.same(
    floors.filter((floor) => !sources.some(({ path }) => path === floor || path.startsWith(`${floor}/`))),
    [],
  )
})

t.test('no import goes up', async (t) => {
  const up = sources.flatMap(({ path, imports }) =>
    imports
      .filter((name) => ours.has(name) && !path.startsWith('test/') && floorOf(name) > floorOf(path))
      .map((name) => `${path} imports ${name}`),
  )
  t.same(up, [])
})

t.test('no two files import each other, also by way of others', async (t) => {
  const importsOf = new Map(sources.map(({ path, imports }) => [path, imports.filter((name) => ours.has(name))]))
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (way.includes(path) || done.has(path)) return
    for (const name of importsOf.get(path) ?? []) walk(name, [...way, path])
    done.add(path)
  }
  for (const path of ours) walk(path, [])
  t.same(circles, [])
})

/** The imports of files that match, which must not match. */
const offences = (who: RegExp, never: RegExp, but = /^$/): readonly string[] =>
  sources
    .filter(({ path }) => who.test(path) && !but.test(path))
    .flatMap(({ path, imports }) => imports.filter((name) => never.test(name)).map((name) => `${path} imports ${name}`))

const walls: readonly [string, RegExp, RegExp, RegExp?][] = [
  ['domain imports nothing but itself', /^server\/domain\//, /^(?!server\/domain\/)/],
  ['db imports nothing of the server, of HTTP or of schemas', /^db\//, /^(server\/|openapi\/|fastify|@fastify|zod)/],
  ['a description does not depend on its reader', /^openapi\//, /^(server|db|scripts|test)\//],
  [
    'rules know neither HTTP nor SQL',
    /^server\/resources\/.*rules\.ts$/,
    /^(fastify|@fastify|better-sqlite3|db\/|server\/(http|plugins)\/)|repository\.ts$/,
  ],
  [
    'repositories know nothing of HTTP, rules or serialization',
    /^server\/resources\/.*\/repository\.ts$/,
    /^(fastify|@fastify|server\/(http|plugins)\/)|(rules|serialize)\.ts$/,
  ],
  ['routes know nothing of SQL', /^server\/resources\/.*\/routes\.ts$/, /^(better-sqlite3|db\/)/],
  [
    'contracts know worlds and the domain alone',
    /^server\/contracts\//,
    /^(?!zod$|server\/(contracts|domain|worlds)\/)/,
  ],
  [
    'seeds, inspection and test control reach resources by the registry alone',
    /^server\/(seeds|inspection|control)\//,
    /^server\/resources\//,
  ],
  [
    'the model knows nothing of what it is held against',
    /^test\/properties\/model\//,
    /^(server|db|openapi|migrations)\//,
  ],
  ['the rules of the model stand alone', /^test\/properties\/model\/rules\//, /^(?!test\/properties\/model\/rules\/)/],
  ['nothing that ships is made with the code of tests', /^(server|db|openapi|scripts)\//, /^test\/.*\.ts$/],
  ['nobody imports programs', /^(?!scripts\/)/, /^scripts\//],
  [
    'one file alone compares texts letter by letter, and bounds it',
    /^server\//,
    /^fastest-levenshtein$/,
    /^server\/http\/nearest\.ts$/,
  ],
]

for (const [title, who, never, but] of walls) {
  t.test(title, async (t) => {
    t.ok(
      sources.some(({ path }) => who.test(path)),
      'there is something to hold to it',
    )
    t.same(offences(who, never, but), [])
  })
}

t.test('a resource never imports the routes, rules or presentation of another but for what must exist', async (t) => {
  const folder = /^server\/resources\/[^/]+\/([^/]+)\//
  const found = sources
    .filter(({ path }) => path.endsWith('/routes.ts'))
    .flatMap(({ path, imports }) =>
      imports
        .filter(
          (name) => /\/(routes|rules|serialize)\.ts$/.test(name) && folder.exec(name)?.[1] !== folder.exec(path)?.[1],
        )
        .map((name) => `${path} imports ${name}`),
    )
  t.same(found, [])
})

t.test('between resources imports follow the hierarchy', async (t) => {
  const above: Record<string, readonly string[]> = {
    users: [],
    oauth: ['users'],
    'ad-accounts': ['users'],
    boards: ['ad-accounts', 'users'],
    'board-sections': ['ad-accounts', 'boards', 'users'],
    media: ['ad-accounts'],
    pins: ['ad-accounts', 'boards', 'board-sections', 'media', 'users'],
    'user-account': ['ad-accounts', 'boards', 'pins', 'users'],
    'order-lines': ['ad-accounts'],
    campaigns: ['ad-accounts', 'order-lines'],
    'targeting-templates': ['ad-accounts'],
    'ad-groups': ['ad-accounts', 'campaigns', 'targeting-templates'],
    ads: ['ad-accounts', 'campaigns', 'ad-groups', 'boards', 'board-sections', 'media', 'pins'],
    'ad-previews': ['ad-accounts', 'boards', 'board-sections', 'media', 'pins'],
    labels: ['ad-accounts', 'campaigns'],
    keywords: ['ad-accounts', 'campaigns', 'ad-groups'],
    'conversion-tags': ['ad-accounts'],
    'conversion-events': ['ad-accounts'],
    'customer-lists': ['ad-accounts'],
    'customer-list-uploads': ['ad-accounts', 'customer-lists'],
    audiences: ['ad-accounts', 'conversion-tags', 'customer-lists'],
    'trending-keywords': [],
    lookups: ['ad-accounts'],
    'targeting-options': ['ad-accounts', 'audiences'],
    terms: ['trending-keywords'],
    'terms-of-service': ['ad-accounts'],
    'ad-group-estimates': ['ad-accounts', 'ad-groups'],
    'product-group-promotions': ['ad-accounts', 'campaigns', 'ad-groups'],
  }
  const resources = new Set(sources.flatMap(({ path }) => /^server\/resources\/[^/]+\/([^/]+)\//.exec(path)?.[1] ?? []))
  t.same([...resources].sort(), Object.keys(above).sort(), 'every resource has its place')
  for (const [name, allowed] of Object.entries(above)) {
    const others = Object.keys(above).filter((other) => other !== name && !allowed.includes(other))
    if (others.length === 0) continue
    const never = new RegExp(`^server/resources/[^/]+/(${others.join('|')})/`)
    t.same(offences(new RegExp(`^server/resources/[^/]+/${name}/`), never), [], name)
  }
})

t.test('time and chance come from the clock and the ids alone', async (t) => {
  const users = sources.filter(({ text }) => /Date\.now|new Date\(|Math\.random|randomUUID/.test(text))
  t.same(
    users
      .map(({ path }) => path)
      .filter((path) => !['server/domain/time/clock.ts', 'server/domain/ids.ts'].includes(path)),
    [],
  )
})

/** Whether the line exports the type of a schema, which has the docstring. */
function isTypeOfSchema(line: string, text: string): boolean {
  const [, name] = /^export type (\w+) = z\.output<typeof \1>$/.exec(line) ?? []
  return name !== undefined && new RegExp(`\\*/\\n(export )?const ${name} =`).test(text)
}

t.test('everything that is exported says what it is', async (t) => {
  const undocumented = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<before>[^\n]*)\n(?<line>export (?!type \{|\{|\*)[^\n]*)/g)]
      .filter(({ groups }) => !/\*\/$|biome-ignore/.test(groups?.before ?? ''))
      .filter(({ groups }) => !isTypeOfSchema(groups?.line ?? '', text))
      .map(({ groups }) => `${path}: ${groups?.line}`),
  )
  t.same(undocumented, [])
})

t.test('no file is longer than 250 lines', async (t) => {
  const long = sources.filter(({ text }) => text.split('\n').length > 250).map(({ path }) => path)
  t.same(long, [])
})
