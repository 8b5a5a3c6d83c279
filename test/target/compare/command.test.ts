import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { compareCommand } from '#server/cli/compare.ts'
import { pullCommand } from '#server/cli/pull.ts'
import { mock } from '#test/support/mock.ts'
import { altered } from './altered-server.ts'

const token = 'pina_THE-TOKEN-OF-THE-USER'
const environment = { PINTEREST_ACCESS_TOKEN: token }

function folder(t: Test): string {
  const path = mkdtempSync(join(tmpdir(), 'compare-'))
  t.teardown(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Starts a server that has had calls, and another that answers them otherwise. */
async function servers(t: Test) {
  const server = await mock(t, { seed: 'small' })
  await server.get('/campaigns')
  await server.get('/ad_groups')
  const from = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const target = await altered(t, await mock(t, { seed: 'small' }), ({ path }, { body }) => {
    if (path.endsWith('/campaigns')) for (const item of body.items) delete item.is_top_of_search
  })
  return { server, from, target }
}

t.test('compare reads the journal of a running server, and fails on differences when it is told to', async (t) => {
  const { from, target } = await servers(t)
  const { printed, hasFailed } = await compareCommand(['--target', target, '--from', `${from}/v5/`], environment)
  t.match(printed, /campaigns\/list:\n {2}the target returns no 'items\[\]\.is_top_of_search'/)
  t.notOk(hasFailed)
  const failing = ['--target', target, '--from', from, '--fail-on', 'differences']
  t.ok((await compareCommand(failing, environment)).hasFailed)
  t.notMatch(printed, token)
})

t.test('compare reads a file, and writes JSON', async (t) => {
  const { server, target } = await servers(t)
  const file = join(folder(t), 'run.har')
  writeFileSync(file, JSON.stringify((await server.call('GET', '/__mock/requests/har')).body))
  const { printed } = await compareCommand(['--target', target, file, '--format', 'json'], environment)
  const { differences, calls } = JSON.parse(printed)
  t.match(differences, [{ operation: 'campaigns/list', kind: 'field-missing', at: 'items[].is_top_of_search' }])
  t.match(calls, { different: 1 })
})

t.test('compare takes an archive whose recorder wrote a byte order mark, and knew no sizes of bodies', async (t) => {
  const { server, target } = await servers(t)
  await server.create('/campaigns', { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 })
  const { body } = await server.call('GET', '/__mock/requests/har')
  for (const { request, response } of body.log.entries) {
    request.bodySize = -1
    response.bodySize = -1
  }
  const file = join(folder(t), 'run.har')
  writeFileSync(file, `\uFEFF${JSON.stringify(body)}`)
  const { printed } = await compareCommand(['--target', target, file, '--writes', '--format', 'json'], environment)
  t.match(JSON.parse(printed), { calls: { recorded: 4, compared: 4 } })
})

t.test('compare leaves out a call whose recorded body is cut', async (t) => {
  const { server, target } = await servers(t)
  await server.create('/campaigns', { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 })
  const { body } = await server.call('GET', '/__mock/requests/har')
  const { request } = body.log.entries.at(-1)
  Object.assign(request, { bodySize: -1, postData: { ...request.postData, text: request.postData.text.slice(0, 20) } })
  const file = join(folder(t), 'run.har')
  writeFileSync(file, JSON.stringify(body))
  const { printed } = await compareCommand(['--target', target, file, '--writes', '--format', 'json'], environment)
  t.match(JSON.parse(printed), { calls: { recorded: 4, compared: 3 } })
})

const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['no target', ['x.har'], /--target takes/],
  ['a production host', ['--target', 'https://api.pinterest.com/v5', 'x.har'], /--production/],
  ['no recording', ['--target', 'http://127.0.0.1:9'], /takes one file, or --from/],
  ['a file that is not there', ['--target', 'http://127.0.0.1:9', 'no.har'], /no\.har cannot be read/],
  ['a token in an argument', ['--target', 'http://127.0.0.1:9', '--token', 'x'], /Unknown option '--token'/],
  ['a finding that there is not', ['--target', 'http://127.0.0.1:9', 'x.har', '--fail-on', 'x'], /takes differences/],
  ['a map of nothing', ['--target', 'http://127.0.0.1:9', 'x.har', '--map', '12'], /OLD=NEW/],
]
for (const [what, argv, message] of refused) {
  t.test(`compare refuses ${what}`, (t) => t.rejects(compareCommand(argv, environment), { message }))
}

t.test('compare refuses what is no archive', async (t) => {
  const file = join(folder(t), 'seed.json')
  writeFileSync(file, '{ "campaigns": [] }')
  await t.rejects(compareCommand(['--target', 'http://127.0.0.1:9', file], environment), { message: /no HTTP archive/ })
})

t.test('pull writes a seed, and says what it has and what it lacks', async (t) => {
  const { server, target } = await servers(t)
  const out = join(folder(t), 'seed.json')
  const argv = ['--target', target, '--ad-account', server.account, '--out', out]
  const printed = await pullCommand(argv, environment)
  t.match(printed, /9 campaigns/)
  t.match(printed, /Lists of the API do not have what these sections need: .*\bleads\b/)
  t.notMatch(printed + readFileSync(out, 'utf8'), token)
})

const pullRefused: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['no ad account', ['--target', 'http://127.0.0.1:9', '--out', 'x.json'], /--ad-account takes/],
  ['no file', ['--target', 'http://127.0.0.1:9', '--ad-account', '1'], /--out takes/],
  ['production', ['--target', 'https://api.pinterest.com', '--ad-account', '1', '--out', 'x.json'], /--production/],
]
for (const [what, argv, message] of pullRefused) {
  t.test(`pull refuses ${what}`, (t) => t.rejects(pullCommand(argv, environment), { message }))
}
