import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import t, { type Test } from 'tap'
import * as library from '#server/index.ts'

const { startMock, MockWorld, Mock } = library
const root = new URL('../../server/', import.meta.url)
const index = readFileSync(new URL('index.ts', root), 'utf8')

/** A public name with the docstring before its declaration. */
interface Documented {
  readonly name: string
  readonly doc: string
}

/** The docstring that ends before a declaration; empty where there is none. */
function docOf(paths: string | readonly string[], declaration: RegExp): string {
  const text = [paths]
    .flat()
    .map((path) => readFileSync(new URL(path, root), 'utf8'))
    .join('\n')
  const at = declaration.exec(text)?.index
  if (at === undefined) throw new Error(`${paths} has no ${declaration}`)
  const [doc = ''] = /\/\*\*(?:(?!\*\/).)*\*\/\s*$/s.exec(text.slice(0, at)) ?? []
  return doc
}

/** Every name that the package exports, from the file that declares it. */
const exported: readonly Documented[] = [
  ...index.matchAll(/^export (?:type )?\{([^}]+)\} from '\.\/([^']+)'/gm),
].flatMap(([, names = '', path = '']) =>
  names.split(',').flatMap((part) => {
    if (part.trim() === '') return []
    const name = part
      .trim()
      .replace(/^type /, '')
      .replace(/ as .*/, '')
    return {
      name,
      doc: docOf(path, new RegExp(`^export (?:async )?(?:class|const|function|interface|type) ${name}\\b`, 'm')),
    }
  }),
)

const methods = ({ prototype }: { readonly prototype: object }, path: string): readonly Documented[] =>
  Object.getOwnPropertyNames(prototype)
    .filter((name) => name !== 'constructor')
    .map((name) => ({ name, doc: docOf(path, new RegExp(`^ {2}(?:async )?${name}[<(]`, 'm')) }))

const files: Readonly<Record<string, string | readonly string[]>> = {
  clock: 'library/clock-verbs.ts',
  settings: 'library/settings-verbs.ts',
  delivery: 'library/delivery-verbs.ts',
  leads: 'library/lead-verbs.ts',
  feeds: 'library/feed-verbs.ts',
  faults: 'library/fault-verbs.ts',
  stubs: 'library/stub-verbs.ts',
  requests: ['library/request-verbs.ts', 'library/request-exports.ts', 'library/verification-verbs.ts'],
  state: 'library/state-verbs.ts',
  rules: 'library/rule-verbs.ts',
  entities: 'library/entity-verbs.ts',
  seeds: 'library/seed-verbs.ts',
  snapshots: 'library/snapshot-verbs.ts',
  worlds: 'library/world-verbs.ts',
}

/** Every verb of a mock: its methods, and the functions of its properties. */
function verbs(): readonly Documented[] {
  const groups = Object.entries(server).filter(([name, value]) => typeof value === 'object' && name !== 'env')
  return [
    ...methods(Object.getPrototypeOf(MockWorld), 'library/world-contents.ts'),
    ...methods(MockWorld, 'library/mock-world.ts'),
    ...methods(Mock, 'library/mock.ts'),
    ...groups.flatMap(([group, functions]) =>
      Object.keys(functions).map((verb) => ({
        name: `${group}.${verb}`,
        doc: docOf(files[group] ?? '', new RegExp(`^ {2}${verb}: `, 'm')),
      })),
    ),
  ]
}

/** The code of the example in a docstring; empty where there is none. */
const exampleIn = (doc: string): string =>
  (doc.split('@module')[0]?.split('@example\n')[1] ?? '').replaceAll(/^ *\*\/?[^\S\n]?/gm, '')

const run = Object.getPrototypeOf(async () => {}).constructor

const server = await startMock({ seed: 'small', listen: false })
t.teardown(() => server.close())

/** Runs an example with the library and a world of the seed `small` in scope, as `mock`. */
async function runs(t: Test, code: string): Promise<void> {
  const mock = await server.create()
  const lines: unknown[][] = []
  const log = (...line: unknown[]): void => void lines.push(line)
  const scope = { ...library, mock, console: { log, error: log } }
  // In a block of its own: an example may declare what is in scope.
  await run(...Object.keys(scope), `{${stripTypeScriptTypes(code)}}`)(...Object.values(scope))
  t.notMatch(JSON.stringify(lines), /undefined|NaN/)
}

for (const { name, doc } of [...exported, { name: 'the library', doc: index }]) {
  t.test(`${name} has an example, which runs`, async (t) => {
    const code = exampleIn(doc)
    t.not(code, '')
    await runs(t, code)
  })
}

t.test('every verb has an example, which runs', async (t) => {
  for (const { name, doc } of verbs()) {
    const code = exampleIn(doc)
    t.not(code, '', name)
    await t.resolves(runs(t, code), name)
  }
})
