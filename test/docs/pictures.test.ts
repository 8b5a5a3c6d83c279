import { globSync, statSync } from 'node:fs'
import t from 'tap'
import { pages, read, root } from './pages.ts'

const folder = 'docs/images/console'
const made = globSync(`${folder}/*`, { cwd: root }).sort()
/** The most bytes of a picture. */
const maxBytes = 60 * 1000

/** The pictures that a page shows, from the root of the repository. */
const namedIn = (page: string): readonly string[] =>
  [...read(page).matchAll(/docs\/images\/[\w/.-]+/g)].map(([path]) => path)

t.test('each picture that a page shows is there, and each that is there is shown', async (t) => {
  t.same([...new Set(pages.flatMap(namedIn))].sort(), made)
  t.ok(made.length > 0)
})

t.test('each picture is made by a test of the browser', async (t) => {
  const tests = globSync('test/browser/console/*.test.ts', { cwd: root }).map(read)
  const names = tests.flatMap((text) => [...text.matchAll(/ picture\(page, '([\w-]+)'/g)].map(([, name]) => name))
  t.same(names.map((name) => `${folder}/${name}.webp`).sort(), made)
})

t.test('pictures are small, and neither the package nor the image has them', async (t) => {
  for (const path of made) t.ok(statSync(new URL(path, root)).size <= maxBytes, path)
  t.ok(JSON.parse(read('package.json')).files.includes('!docs/images'))
  t.match(read('.dockerignore'), /^\*\n/)
  t.notMatch(read('.dockerignore'), /^!docs/m)
})
