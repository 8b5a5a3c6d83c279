import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { flagOf, options } from '#server/config/options.ts'
import type { Json } from '../support/mock.ts'
import { snippetsOf } from '../support/snippets.ts'
import { run, start } from '../system/program/start.ts'

const execute = promisify(execFile)
const page = new URL('../../README.md', import.meta.url)
const readme = readFileSync(page, 'utf8')
const of = snippetsOf(page)
const source = new URL('../recipes/source.ts', import.meta.url).href

/** A server as the README starts it, but on free ports, and what rewrites a snippet for them. */
async function started(t: Test): Promise<(text: string) => string> {
  const { banner } = await start(t, ['--https-port', '0', '--https-hosts', 'api.pinterest.com'])
  const { port } = new URL(banner.https_url)
  return (text) => text.replaceAll('http://127.0.0.1:7468', banner.base_url.replace('/v5', '')).replaceAll('7469', port)
}

t.test('every call of the README is answered', async (t) => {
  const forThis = await started(t)
  const folder = t.testdir({})
  for (const text of of('bash')) {
    const command = forThis(text).replaceAll('curl ', 'curl --fail-with-body ')
    const { stdout } = await execute('bash', ['-euc', command], { cwd: folder })
    t.match(stdout, /\{.*\}/s, text)
  }
})

t.test("the guide's own call answers as the guide prints it, but for ids", async (t) => {
  const { banner } = await start(t)
  const guide = of('bash').find((text) => text.includes('/apply?')) ?? ''
  const { stdout } = await execute('bash', [
    '-euc',
    guide.replaceAll('http://127.0.0.1:7468', banner.base_url.replace('/v5', '')),
  ])
  const label_id = '1106000000202'
  const refused = { entity_id: '0987654323', entity_type: 'CAMPAIGN', label_id, status: 'NULL' }
  t.strictSame(JSON.parse(stdout), {
    entities_labels: [
      { entity_id: '626700000102', entity_type: 'CAMPAIGN', label_id, status: 'ACTIVE' },
      { entity_id: '626700000147', entity_type: 'CAMPAIGN', label_id, status: 'ACTIVE' },
      refused,
    ],
    errors: [{ data: refused, error_messages: ['The provided campaign ID does not exist or is not accessible.'] }],
  })
})

t.test('every script of the README runs', async (t) => {
  const forThis = await started(t)
  const folder = t.testdir()
  for (const [index, text] of of('js').entries()) {
    const file = join(folder, `${index}.mjs`)
    writeFileSync(file, forThis(text))
    const { stderr } = await execute(process.execPath, ['--import', source, file])
    t.equal(stderr, '', text)
  }
  t.ok(of('js').length > 0)
})

t.test('the seed of the README starts a server', async (t) => {
  const folder = t.testdir()
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'seed.yaml')
  writeFileSync(file, of('yaml')[0] ?? '')
  const { banner } = await start(t, ['--seed', file])
  const answer = await fetch(`${banner.base_url}/ad_accounts`, { headers: { authorization: 'Bearer x' } })
  t.match(await answer.json(), { items: [{ name: 'Shop' }] } as Json)
})

t.test('every command about seeds in the README runs', async (t) => {
  const folder = t.testdir({ seeds: { 'shop.yaml': of('yaml')[0] ?? '' } })
  const main = new URL('../../server/cli/main.ts', import.meta.url).href
  const program = `"${process.execPath}" --eval "import('${main}').then(({ main }) => main(process.argv.slice(1)))" --`
  const lines = of('sh').flatMap((text) => text.split('\n').filter((line) => / pinterest-ads-mock seed /.test(line)))
  t.ok(lines.length > 1)
  for (const line of lines) {
    const command = line.replace('npx pinterest-ads-mock', program)
    t.equal((await execute('bash', ['-euc', command], { cwd: folder })).stderr, '', line)
  }
  t.match(readFileSync(join(folder, 'seed.json'), 'utf8'), /"campaigns"/)
})

t.test('every command line of the README is understood', async (t) => {
  const lines = of('sh').flatMap((text) => text.split('\n').filter((line) => line.startsWith('npm start -- ')))
  t.ok(lines.length > 2)
  for (const line of lines) {
    const { code, stderr } = await run([...line.split(' ').slice(3), '--print-config'])
    t.equal(code, 0, `${line} ${stderr}`)
  }
})

t.test('the README names every option', async (t) => {
  for (const name of Object.keys(options)) t.match(readme, `\`${flagOf(name)}\``)
})
