import { join } from 'node:path'
import t from 'tap'
import { run } from '../system/program/start.ts'

t.test('seed check says what is in a seed that is right', async (t) => {
  const directory = t.testdir({ 'shop.yaml': 'ad_accounts:\n  - name: Shop\nmedia:\n  - media_type: video\n' })
  const file = join(directory, 'shop.yaml')
  const { code, stdout, stderr } = await run(['seed', 'check', file])
  t.strictSame({ code, stdout, stderr }, { code: 0, stdout: `${file} is right: 1 ad_accounts, 1 media\n`, stderr: '' })
})

t.test('seed check takes JSON and YAML that begin with a byte order mark', async (t) => {
  const directory = t.testdir({
    'a.json': '\uFEFF{"ad_accounts":[{"name":"Shop"}]}',
    'b.yaml': '\uFEFFad_accounts:\n  - name: Shop\n',
  })
  const { code, stderr } = await run(['seed', 'check', directory])
  t.strictSame({ code, stderr }, { code: 0, stderr: '' })
})

t.test('seed check tells every file that is refused, and ends with 3', async (t) => {
  const directory = t.testdir({ 'a.yaml': 'medai: []', 'b.json': '{}', 'c.json': '{' })
  const { code, stdout, stderr } = await run(['seed', 'check', directory])
  t.equal(code, 3)
  t.equal(stdout, `${join(directory, 'b.json')} is right: empty\n`)
  t.match(stderr, /a\.yaml:1:1 medai: .*Did you mean media\?\n.*c\.json is refused/s)
})

t.test('seed check of a file that is not there ends with 3', async (t) => {
  const { code, stderr } = await run(['seed', 'check', '/nowhere.yaml'])
  t.equal(code, 3)
  t.match(stderr, /\/nowhere\.yaml is refused: there is no such file/)
})

t.test('the built-in seeds are seeds as users write them', async (t) => {
  const { code, stderr } = await run([
    'seed',
    'check',
    new URL('../../server/seeds/small.json', import.meta.url).pathname,
  ])
  t.equal(stderr, '')
  t.equal(code, 0)
})
