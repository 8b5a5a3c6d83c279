import { globSync } from 'node:fs'
import t from 'tap'
import { flagOf } from '#server/config/option-names.ts'
import { options } from '#server/config/options.ts'
import { MockWorld, startMock } from '#server/index.ts'
import { methodsOf } from '../library/verbs.ts'
import { guides, read, root, snippetsIn } from './pages.ts'

t.test('every page with snippets has a test that runs them', async (t) => {
  const tests = globSync('test/{docs,clients}/**/*.test.ts', { cwd: root, exclude: (name) => name === 'node_modules' })
  const texts = tests.map(read)
  for (const page of guides.filter((page) => snippetsIn(read(page)).length > 0)) {
    t.ok(
      texts.some((text) =>
        [`testPage('${page}')`, `read('${page}')`, `../../${page}'`].some((one) => text.includes(one)),
      ),
      page,
    )
  }
})

t.test('the README is short', async (t) => {
  t.ok(read('README.md').split('\n').length <= 150)
})

t.test('the page of options names every option', async (t) => {
  for (const name of Object.keys(options)) t.match(read('docs/reference/options.md'), `\`${flagOf(name)}`)
})

t.test('the page of Node.js names every property and method of a world', async (t) => {
  const mock = await startMock({ seed: 'empty', listen: false })
  t.teardown(() => mock.close())
  const table = read('docs/testing/node.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
  const rowOf = (name: string): string => table.find((line) => new RegExp(`[\`.]${name}[(\`]`).test(line)) ?? ''
  for (const name of methodsOf(MockWorld)) t.ok(rowOf(name), name)
  for (const [name, value] of Object.entries(mock)) {
    if (name === 'name') continue
    if (typeof value !== 'object' || name === 'env') t.ok(rowOf(name), name)
    else {
      const row = table.find((line) => line.includes(`\`${name}.`)) ?? ''
      for (const method of Object.keys(value)) t.match(row, new RegExp(`\\.${method}\\(`), `${name}.${method}`)
    }
  }
})
