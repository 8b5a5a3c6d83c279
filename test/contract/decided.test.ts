import { globSync, readFileSync } from 'node:fs'
import t from 'tap'

const root = new URL('../..', import.meta.url).pathname

/** What `npm run scaffold` puts before all that a person must still decide or write. */
const mark = 'TODO(decide)'

/** Those that speak of the mark: the program that writes it, and its tests. */
const speakOfIt = ['scripts/scaffold/', 'test/scaffold/', 'test/contract/decided.test.ts']

const files = globSync('{server,db,openapi,migrations,scripts,bin,test,bench}/**/*.{ts,js,json,sql}', { cwd: root })
  .filter((path) => !path.includes('node_modules') && !speakOfIt.some((one) => path.startsWith(one)))
  .toSorted()

/** Where the mark stands in a text: the lines by their numbers, with what is to be decided. */
const undecidedIn = (path: string, text: string): readonly string[] =>
  text.split('\n').flatMap((line, index) => {
    const at = line.indexOf(mark)
    return at === -1 ? [] : `${path}:${index + 1}: ${line.slice(at)}`
  })

t.test('nothing that a scaffold left to a person is undecided', async (t) => {
  t.ok(files.includes('server/registry/resources.ts'), 'there is something to look through')
  const undecided = files.flatMap((path) => undecidedIn(path, readFileSync(`${root}/${path}`, 'utf8')))
  t.same(undecided, [], 'decide each, and take its mark away: docs/contributing/add-a-resource.md')
})

t.test('a mark is found by its line, with what it says', async (t) => {
  const text = `const one = 1\n// ${mark}: the rules.\n`
  t.same(undecidedIn('a.ts', text), [`a.ts:2: ${mark}: the rules.`])
  t.same(undecidedIn('a.ts', 'TODO: decide (soon)'), [])
})
