import { once } from 'node:events'
import { Agent, request } from 'node:http'
import Fastify from 'fastify'
import t from 'tap'
import { Redactor } from '#server/domain/redaction/redactor.ts'
import { logging } from '#server/http/connection/logging.ts'
import { known, mark, markedCalls, placed, token } from '#test/unit/journal/marked-calls.ts'
import { start } from './start.ts'

t.test('what is logged off a terminal is lines of JSON, and has nothing that lets someone in', async (t) => {
  const { banner, child, end } = await start(t, ['--log-level', 'trace'])
  let printed = ''
  child.stdout?.on('data', (chunk) => (printed += chunk))
  const headers = { authorization: 'Bearer s3cret', cookie: 'session=s3cret', 'x-mock-token': 's3cret' }
  const query = 'page_size=1&access_token=s3cret&refresh_token=s3cret&client_secret=s3cret&code=s3cret'
  for (const path of ['/ad_accounts', '/nowhere', '/oauth/token']) {
    await fetch(`${banner.base_url}${path}?${query}`, { headers })
  }
  await fetch(`${banner.base_url}/ad_accounts`, { method: 'POST', headers, body: '{"access_token":"s3cret"' })
  t.equal(await end('SIGTERM'), 0)
  const lines = printed
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.ok(lines.length >= 8)
  const [first] = lines.filter(({ req }) => req !== undefined)
  t.match(first, { req: { method: 'GET', url: /page_size=1&access_token=…&/ } })
  t.notMatch(printed, /s3cret/)
})

t.test('no secret is in the log at its most telling, wherever it stood in a call', async (t) => {
  const args = ['--log-level', 'trace', '--auth', 'strict', '--control-token', known.control]
  const tokens = ['--tokens', JSON.stringify({ [known.declared]: {} })]
  const apps = ['--apps', JSON.stringify({ planner: { secret: known.app } })]
  const { banner, child, end } = await start(t, [...args, ...tokens, ...apps])
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += chunk))
  const { hostname, port } = new URL(banner.base_url)
  const agent = new Agent({ keepAlive: true })
  const calls = markedCalls().filter(({ what }) => /^(campaigns.create|get.business_employers|nothing|a )/.test(what))
  for (const { method, url, headers, body } of calls) {
    const sentHeaders = { authorization: `Bearer ${known.declared}`, ...headers }
    const sent = request({ hostname, port, agent, method, path: url, headers: sentHeaders }).end(body)
    const [answer] = await once(sent, 'response')
    answer.resume()
    await once(answer, 'end')
  }
  agent.destroy()
  t.equal(await end('SIGTERM'), 0)
  t.ok(printed.split('\n').length > calls.length, `${calls.length} calls`)
  t.equal(printed.toUpperCase().indexOf(mark), -1)
})

t.test('what goes wrong is logged without the secrets that its message has', async (t) => {
  let printed = ''
  const stream = { write: (line: string) => (printed += line) }
  const { logger } = logging('trace', new Redactor([known.app]))
  const { log } = Fastify({ logger: { ...Object(logger), stream } })
  log.error(new Error(`${token} and ${known.app}`))
  log.trace({ headers: { authorization: `Bearer ${placed}`, cookie: placed }, url: `/x?access_token=${placed}` }, token)
  t.equal(
    printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)).length,
    2,
  )
  t.match(printed, 'pina_…')
  t.notMatch(printed, mark)
})

t.test('a page that test control refuses reads nothing of it, so the log says it once', async (t) => {
  const { banner, child, end } = await start(t)
  let printed = ''
  child.stdout?.on('data', (chunk) => (printed += chunk))
  for (const _ of [1, 2]) {
    const { status } = await fetch(`${banner.control_url}/time`, { headers: { origin: 'http://192.168.1.7:5173' } })
    t.equal(status, 403)
  }
  t.equal(await end('SIGTERM'), 0)
  t.equal(printed.match(/--control-origins 192\.168\.1\.7/g)?.length, 1)
})
