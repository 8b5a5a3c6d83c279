import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'
import { MockWorld, startMock } from '#server/index.ts'
import { snippetsOf } from '../support/snippets.ts'
import { run } from '../system/program/start.ts'

const page = new URL('../../README.md', import.meta.url)
const [section = ''] = /^### In a test suite$.*?(?=^### )/ms.exec(readFileSync(page, 'utf8')) ?? []

t.test('the README names every property and verb of a world', async (t) => {
  const mock = await startMock({ seed: 'empty', listen: false })
  t.teardown(() => mock.close())
  const table = section.split('\n').filter((line) => line.startsWith('|'))
  const rowOf = (name: string): string => table.find((line) => new RegExp(`[\`.]${name}[(\`]`).test(line)) ?? ''
  const methods = Object.getOwnPropertyNames(MockWorld.prototype).filter((name) => name !== 'constructor')
  for (const name of methods) t.ok(rowOf(name), name)
  for (const [name, value] of Object.entries(mock)) {
    if (name === 'name') continue
    if (typeof value !== 'object' || name === 'env') t.ok(rowOf(name), name)
    else {
      const row = table.find((line) => line.includes(`\`${name}.`)) ?? ''
      for (const verb of Object.keys(value)) t.match(row, `.${verb}(`, `${name}.${verb}`)
    }
  }
})

t.test('every example that the README leads to is there', async (t) => {
  const links = [...section.matchAll(/\]\((test\/[^)]+)\)/g)].map(([, path = '']) => path)
  t.equal(links.length, 8)
  for (const path of links) t.ok(existsSync(new URL(`../../${path}`, import.meta.url)), path)
})

t.test('every exec of the README runs its command with a server around it', async (t) => {
  const lines = snippetsOf(page)('sh').flatMap((text) => text.split('\n'))
  const execs = lines.filter((line) => line.startsWith('npx pinterest-ads-mock exec '))
  t.ok(execs.length > 1)
  for (const line of execs) {
    const options = line.slice(0, line.indexOf(' -- ')).split(' ').slice(2)
    const { code, stdout } = await run([...options, '--', 'printenv', 'PINTEREST_MOCK_URL'])
    t.equal(code, 0, line)
    t.match(stdout, /^http:\/\/127\.0\.0\.1:\d+$/m, line)
  }
})
