import { readdirSync } from 'node:fs'
import t from 'tap'
import { floors } from './floors.ts'
import { allSources, type Source, sources } from './sources.ts'

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

t.test('no import climbs two folders or more: `#` leads from the top', async (t) => {
  t.ok(
    allSources.some(({ path }) => path.startsWith('test/resources/')),
    'tests are held to it',
  )
  const climbing = allSources.flatMap(({ path, text }) =>
    [...text.matchAll(/(?:from|import)\s*\(?\s*'((?:\.\.\/){2,}[^']+)'/g)].map(([, name]) => `${path} imports ${name}`),
  )
  t.same(climbing, [])
})

t.test('no two files import each other, also by way of others', async (t) => {
  // A resource's description names what is loaded later, and what is loaded then has its ids and errors of it.
  const neededBy = ({ path, imports, loads }: Source): readonly string[] =>
    imports.filter((name) => ours.has(name) && !(path.endsWith('/resource.ts') && loads.includes(name)))
  const importsOf = new Map(sources.map((source) => [source.path, neededBy(source)]))
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
  [
    "a resource's description is read by every start, and loads only what is read then anyway",
    /^server\/resources\/.*\/resource\.ts$/,
    /^(?!server\/(domain\/|contracts\/resource\.ts$|resources\/.*\/(resource|routes|rules|seed|admin)\.ts$))/,
  ],
  ['routes know nothing of SQL', /^server\/resources\/.*\/routes\.ts$/, /^(better-sqlite3|db\/)/],
  [
    'contracts know worlds and the domain alone',
    /^server\/contracts\//,
    /^(?!zod$|fastify$|server\/(contracts|domain|worlds)\/)/,
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

t.test(
  'applications are made where Fastify gets its compilers: the build leaves out those that it brings',
  async (t) => {
    const made = sources.filter(({ path, text }) => path.startsWith('server/') && /[^a-z]Fastify\(/i.test(text))
    t.same(
      made.filter(({ text }) => !text.includes('compilersFactory: compilersWith(')).map(({ path }) => path),
      [],
    )
    t.ok(made.length > 1)
  },
)

t.test('everything that is exported says what it is', async (t) => {
  const undocumented = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<before>[^\n]*)\n(?<line>export (?!type \{|\{|\*)[^\n]*)/g)]
      .filter(({ groups }) => !/\*\/$|biome-ignore/.test(groups?.before ?? ''))
      .filter(({ groups }) => !isTypeOfSchema(groups?.line ?? '', text))
      .map(({ groups }) => `${path}: ${groups?.line}`),
  )
  t.same(undocumented, [])
})

t.test('the server has at most 25 folders and files at its top, so that a listing explains it', async (t) => {
  const entries = readdirSync(new URL('../../server', import.meta.url))
  t.ok(entries.length <= 25, entries.join(', '))
})

/** The number of lines of a file. */
const lengthOf = ({ text }: Source): number => text.split('\n').length - 1

const isGenerated = ({ path }: Source): boolean => path.startsWith('server/library/generated/')

/**
 * Tables: a row for each resource or option, in an order that means something. Their length is that of what they list,
 * and a part of them alone would answer nobody's question.
 */
const tables: readonly string[] = ['server/config/options.ts', 'server/registry/resources.ts']

t.test('no file is longer than 150 lines, but for generated ones and tables', async (t) => {
  const long = sources.filter((source) => !isGenerated(source) && lengthOf(source) > 150).map(({ path }) => path)
  t.same(
    long.filter((path) => !tables.includes(path)),
    [],
    'split it by what its parts are about',
  )
  t.same(
    tables.filter((path) => !long.includes(path)),
    [],
    'it is short enough: take it from the list',
  )
})

t.test('a table declares one constant, and is no longer than 250 lines', async (t) => {
  for (const table of sources.filter(({ path }) => tables.includes(path))) {
    t.ok(lengthOf(table) <= 250, table.path)
    t.equal(table.text.match(/^(export )?(const|function|class) /gm)?.length, 1, table.path)
  }
})
