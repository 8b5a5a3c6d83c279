import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { run } from '../program/start.ts'

const execute = promisify(execFile)

t.test('seed check says what is in a seed that is right', async (t) => {
  const directory = t.testdir({ 'shop.yaml': 'ad_accounts:\n  - name: Shop\nmedia:\n  - media_type: video\n' })
  const file = join(directory, 'shop.yaml')
  const { code, stdout, stderr } = await run(['seed', 'check', file])
  t.strictSame({ code, stdout, stderr }, { code: 0, stdout: `${file} is right: 1 ad_accounts, 1 media\n`, stderr: '' })
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

t.test('seed show prints a built-in seed, which is a right one as a file', async (t) => {
  for (const [name, content] of [
    ['small', /10 campaigns/],
    ['empty', /is right: empty/],
    ['large', /1000 campaigns, 5000 ad_groups, 10000 ads/],
  ] as const) {
    const { code, stdout } = await run(['seed', 'show', name])
    t.equal(code, 0)
    const file = join(t.testdir({ [`${name}.json`]: stdout }), `${name}.json`)
    t.match(await run(['seed', 'check', file]), { code: 0, stdout: content, stderr: '' })
  }
})

t.test('a seed that is read in part alone is no failure', async (t) => {
  const main = new URL('../../server/main.ts', import.meta.url).href
  const program = `import('${main}').then(({ main }) => main(['seed', 'show', 'large']))`
  const { stdout, stderr } = await execute('sh', ['-c', `"${process.execPath}" --eval "${program}" | head -n 1`])
  t.strictSame({ stdout, stderr }, { stdout: '{\n', stderr: '' })
})

for (const args of [
  ['seed', '--help'],
  ['seed', 'check', '--help'],
]) {
  t.test(`${args.join(' ')} says what there is`, async (t) => {
    t.match(await run(args), { code: 0, stdout: /seed check FILE/, stderr: '' })
  })
}

t.test('seed schema prints a JSON Schema', async (t) => {
  const { code, stdout } = await run(['seed', 'schema'])
  t.equal(code, 0)
  t.match(JSON.parse(stdout), { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' })
})

for (const [args, message] of [
  [['seed'], /seed check FILE…, seed show NAME or seed schema\.$/m],
  [['seed', 'chek'], /Did you mean seed check\?/],
  [['seed', 'check'], /needs a file/],
  [['seed', 'show'], /one of small, empty, large\.$/m],
  [['seed', 'show', 'medium'], /one of small, empty, large\.$/m],
] as const) {
  t.test(`${args.join(' ')} is refused with exit code 2`, async (t) => {
    const { code, stderr } = await run(args)
    t.equal(code, 2)
    t.match(stderr, message)
  })
}
