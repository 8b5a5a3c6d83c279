import t from 'tap'
import { run } from './start.ts'

const node = process.execPath

t.test('exec runs a command with a server around it, and the variables that point clients at it', async (t) => {
  const script = `
    const { PINTEREST_API_URI: base, PINTEREST_ACCESS_TOKEN: token, PINTEREST_MOCK_URL: url } = process.env
    const answer = await fetch(base + '/ad_accounts', { headers: { authorization: 'Bearer ' + token } })
    const { items } = await answer.json()
    console.log(JSON.stringify({ count: items.length, same: base === url + '/v5' }))`
  const { code, stdout, stderr } = await run([
    'exec',
    '--seed',
    'small',
    '--',
    node,
    '--input-type=module',
    '-e',
    script,
  ])
  t.equal(stderr, '')
  t.equal(code, 0)
  t.match(JSON.parse(stdout), { count: Number, same: true })
})

t.test(
  'in strict mode the token that exec hands out passes, and a warning of the options is told on stderr',
  async (t) => {
    const script = `
    const { PINTEREST_API_URI: base, PINTEREST_ACCESS_TOKEN: token } = process.env
    const { status } = await fetch(base + '/ad_accounts', { headers: { authorization: 'Bearer ' + token } })
    console.log(status)`
    const options = ['--auth', 'strict', '--seed', 'empty', '--features', '549755885262:labels=off']
    const { stdout, stderr } = await run(['exec', ...options, '--', node, '--input-type=module', '-e', script])
    t.equal(stdout, '200\n')
    t.match(stderr, /^pinterest-ads-mock: warning: --features: there is no ad account 549755885262/)
  },
)

t.test("exec gives the command's exit code", async (t) => {
  t.equal((await run(['exec', '--seed', 'empty', '--', node, '-e', 'process.exit(7)'])).code, 7)
})

t.test('exec of a command that a signal ends gives 128 and its number', async (t) => {
  const { code } = await run(['exec', '--seed', 'empty', '--', node, '-e', "process.kill(process.pid, 'SIGKILL')"])
  t.equal(code, 137)
})

t.test('exec of a command that is not there says so, and gives 127', async (t) => {
  const { code, stderr } = await run(['exec', '--seed', 'empty', '--', '/nowhere/command'])
  t.equal(code, 127)
  t.match(stderr, /\/nowhere\/command cannot be run/)
})

const ignoresAField = `
  const { PINTEREST_API_URI: base } = process.env
  const headers = { authorization: 'Bearer x', 'content-type': 'application/json' }
  await fetch(base + '/ad_accounts', { method: 'POST', headers, body: '{"name":"New","nmae":"New"}' })`
const script = [node, '--input-type=module', '-e', ignoresAField]

t.test('exec ends with 6 when what a passing command did is not to be, and prints the report', async (t) => {
  const { code, stderr } = await run(['exec', '--seed', 'empty', '--fail-on', 'ignored-field', '--', ...script])
  t.equal(code, 6)
  t.match(stderr, /ignored-field|nmae/)
})

t.test('exec ends with 0 when only other findings are not to be', async (t) => {
  const { code } = await run(['exec', '--seed', 'empty', '--fail-on', 'bookmark-loop', '--', ...script])
  t.equal(code, 0)
})

const callsNothing = [
  node,
  '--input-type=module',
  '-e',
  "await fetch(process.env.PINTEREST_API_URI + '/ad_acounts', { headers: { authorization: 'Bearer x' } })",
]

t.test(
  'exec ends with 6 when a passing command called what no operation answers, where that is not to be',
  async (t) => {
    const { code, stderr } = await run(['exec', '--seed', 'empty', '--unmatched', 'fail', '--', ...callsNothing])
    t.equal(code, 6)
    t.match(stderr, /GET \/ad_acounts has no operation/)
    t.equal((await run(['exec', '--seed', 'empty', '--', ...callsNothing])).code, 0)
  },
)

t.test('exec keeps the code of a command that fails, whatever else it did', async (t) => {
  const failing = [...script.slice(0, -1), `${ignoresAField}; process.exit(3)`]
  const { code } = await run(['exec', '--seed', 'empty', '--fail-on', 'any', '--', ...failing])
  t.equal(code, 3)
})

t.test('exec refuses a finding that it does not know, with the nearest', async (t) => {
  const { code, stderr } = await run(['exec', '--fail-on', 'ignored-feild', '--', node, '-e', ''])
  t.equal(code, 2)
  t.match(stderr, /--fail-on.*ignored-field/)
})

for (const args of [['exec'], ['exec', '--seed', 'empty'], ['exec', '--']]) {
  t.test(`${args.join(' ')} without a command is refused with exit code 2`, async (t) => {
    const { code, stderr } = await run(args)
    t.equal(code, 2)
    t.match(stderr, /exec needs a command/)
  })
}

const createsACampaign = `
  const { PINTEREST_API_URI: base } = process.env
  const headers = { authorization: 'Bearer x', 'content-type': 'application/json' }
  const { items: [{ id }] } = await (await fetch(base + '/ad_accounts', { headers })).json()
  const ad_account_id = process.argv.at(-1) === 'older' ? id : undefined
  const body = JSON.stringify([{ ad_account_id, name: 'New', objective_type: 'AWARENESS', daily_spend_cap: 10000000 }])
  const { status } = await fetch(base + '/ad_accounts/' + id + '/campaigns', { method: 'POST', headers, body })
  console.log(status)`
const campaign = [node, '--input-type=module', '-e', createsACampaign]

t.test('exec --rehearse prints what another version answers otherwise, and gives 8 where a call breaks', async (t) => {
  const { code, stdout, stderr } = await run(['exec', '--rehearse', '5.23', '--', ...campaign])
  t.equal(stdout, '200\n')
  t.match(
    stderr,
    /2 calls were compared with version 5\.23: it would answer 2 of them otherwise, and 2 of them break\./,
  )
  t.match(stderr, /\| campaigns\/create \| 5\.23 requires '\[\]\.ad_account_id' \| \*\*yes\*\* \| 1 \| POST /)
  t.equal(code, 8)
})

t.test('exec --rehearse of the newest answers as the older one, and gives 0 where nothing breaks', async (t) => {
  const { code, stdout, stderr } = await run(['exec', '--rehearse', '5.28', '--', ...campaign, 'older'])
  t.equal(stdout, '200\n', 'the older version wants ad_account_id, and gets it')
  t.match(stderr, /and 0 of them break\./)
  t.match(stderr, /5\.28 uses the field '\[\]\.ad_account_id'|5\.28 returns 'items/)
  t.equal(code, 0)
})

t.test("exec --rehearse gives the command's exit code where that fails, and prints the comparison", async (t) => {
  const { code, stderr } = await run(['exec', '--rehearse', '5.23', '--', node, '-e', 'process.exit(7)'])
  t.match(stderr, /0 calls were compared with version 5\.23/)
  t.equal(code, 7)
})
