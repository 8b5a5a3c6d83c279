import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import t from 'tap'

const root = new URL('../..', import.meta.url).pathname
const folders = ['server', 'db', 'openapi', 'test/model']

/** A source file and what it imports: files as paths from the root, packages by name. */
interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

const sources: readonly Source[] = folders
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => {
    const path = relative(root, join(entry.parentPath, entry.name))
    const text = readFileSync(join(root, path), 'utf8')
    const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name)
    return { path, text, imports: named.map((name) => (name.startsWith('.') ? join(dirname(path), name) : name)) }
  })

/** The imports of files that match, which must not match. */
const offences = (who: RegExp, never: RegExp, but = /^$/): readonly string[] =>
  sources
    .filter(({ path }) => who.test(path) && !but.test(path))
    .flatMap(({ path, imports }) => imports.filter((name) => never.test(name)).map((name) => `${path} imports ${name}`))

const walls: readonly [string, RegExp, RegExp, RegExp?][] = [
  ['domain imports nothing but itself', /^server\/domain\//, /^(?!server\/domain\/)/],
  [
    'rules know neither HTTP nor SQL',
    /^server\/resources\/.*rules\.ts$/,
    /^(fastify|@fastify|better-sqlite3|db\/|server\/(http|plugins)\/)|repository\.ts$/,
  ],
  [
    'repositories know nothing of HTTP, rules or presentation',
    /^server\/resources\/.*\/repository\.ts$/,
    /^(fastify|@fastify|server\/(http|plugins)\/)|(rules|present)\.ts$/,
  ],
  ['routes know nothing of SQL', /^server\/resources\/.*\/routes\.ts$/, /^(better-sqlite3|db\/)/],
  ['what is shared names no resource', /^server\/http\//, /^(server\/(resources|plugins)|db)\//],
  ['plugins do not know whom they cross', /^server\/plugins\//, /^server\/(resources|control)\//],
  ['test control names no resource', /^server\/control\//, /^(server\/resources|db\/(?!state))/],
  ['the ground floor stands alone', /^db\//, /^(server\/|fastify|@fastify|zod)/],
  ['the model knows nothing of what it is held against', /^test\/model\//, /^(server|db|openapi|migrations)\//],
  ['the rules of the model stand alone', /^test\/model\/rules\//, /^(?!test\/model\/rules\/)/],
  ['the documents are made without the code of tests', /^openapi\//, /^test\/.*\.ts$/],
  [
    'one file alone compares texts letter by letter, and bounds it',
    /^server\//,
    /^fastest-levenshtein$/,
    /^server\/http\/nearest\.ts$/,
  ],
  ['a description does not depend on its reader', /^openapi\//, /^(server|db)\//, /^openapi\/(report|conformance)/],
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
  const folder = /^server\/resources\/([^/]+)\//
  const found = sources
    .filter(({ path }) => path.endsWith('/routes.ts'))
    .flatMap(({ path, imports }) =>
      imports
        .filter(
          (name) => /\/(routes|rules|present)\.ts$/.test(name) && folder.exec(name)?.[1] !== folder.exec(path)?.[1],
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
  for (const [name, allowed] of Object.entries(above)) {
    const others = Object.keys(above).filter((other) => other !== name && !allowed.includes(other))
    if (others.length === 0) continue
    const never = new RegExp(`^server/resources/(${others.join('|')})/`)
    t.same(offences(new RegExp(`^server/resources/${name}/`), never), [], name)
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

t.test('everything that is exported says what it is', async (t) => {
  const undocumented = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<before>[^\n]*)\n(?<line>export (?!type \{|\{|\*)[^\n]*)/g)]
      .filter(({ groups }) => !/\*\/$|biome-ignore/.test(groups?.before ?? ''))
      .map(({ groups }) => `${path}: ${groups?.line}`),
  )
  t.same(undocumented, [])
})

t.test('no file is longer than 250 lines', async (t) => {
  const long = sources.filter(({ text }) => text.split('\n').length > 250).map(({ path }) => path)
  t.same(long, [])
})
