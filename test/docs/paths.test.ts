import { globSync, readdirSync } from 'node:fs'
import t from 'tap'
import { pages, proseOf, read, root } from './pages.ts'

/** Pages that speak of other versions: what they name need not be there any more. */
const historical = ['CHANGELOG.md', 'bench/RESULTS.md', 'bench/FINDINGS.md']
const folders = readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
const madeLater = ['build', 'node_modules', 'bench/peers/node_modules', 'test/clients/generated/node_modules']
/** Where a path in the text of a page may begin: paths in words are often those below a folder. */
const bases = ['', 'server/', 'server/resources/', 'test/']

/** What stands in code font, in a text or in a command, and looks like a path of the repository. */
function pathsIn(text: string): readonly string[] {
  const spans = [...proseOf(text).matchAll(/`([^`]+)`/g)].flatMap(([, span = '']) => span.split(/[\s=]+/))
  const looksLike = (word: string): boolean =>
    /^[\w.@-]+(\/[\w.@{}*-]+)*\/?$/.test(word) &&
    (folders.some((folder) => word.startsWith(`${folder}/`)) || /^[\w-]+(\/[\w.-]+)+\.(ts|js|json|md|sql)$/.test(word))
  return spans.map((span) => span.replace(/[,.;:]$/, '')).filter(looksLike)
}

const exists = (path: string): boolean =>
  madeLater.some((folder) => path === folder || path.startsWith(`${folder}/`)) ||
  bases.some((base) => globSync(`${base}${path}`.replace(/\/$/, ''), { cwd: root }).length > 0)

for (const page of pages.filter((page) => !historical.includes(page))) {
  t.test(`every path in ${page} exists`, async (t) => {
    t.same(
      pathsIn(read(page)).filter((path) => !exists(path)),
      [],
    )
  })
}

t.test('a path that does not exist is found, and what is no path is not taken for one', async (t) => {
  t.same(pathsIn('In `server/nothing.ts` and `test/docs/`, `campaigns/create`, `node test/none.test.ts`.'), [
    'server/nothing.ts',
    'test/docs/',
    'test/none.test.ts',
  ])
  t.notOk(exists('server/nothing.ts'))
  t.ok(exists('test/docs/'))
})
