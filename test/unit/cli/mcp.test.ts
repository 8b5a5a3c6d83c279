import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import t, { type Test } from 'tap'
import { mcpServer } from '#server/cli/mcp/server.ts'
import { type Group, groups } from '#server/cli/mcp/tool.ts'
import { type Mock, startMock } from '#server/index.ts'
import type { Json } from '#test/support/mock.ts'

/** A mock, and the SDK's own client of its MCP server. */
interface Agent {
  readonly mock: Mock
  readonly client: Client
  /** Calls a tool; returns its result, parsed where it is JSON. */
  call(name: string, args?: object): Promise<Json>
  /** Calls a tool that must fail, and returns its message. */
  refused(name: string, args?: object): Promise<string>
}

async function agentOf(t: Test, allow: readonly Group[] = []): Promise<Agent> {
  const mock = await startMock({ seed: 'small', listen: false })
  const server = await mcpServer({ world: mock, allow })
  const client = new Client({ name: 'test', version: '1' })
  const [one, other] = InMemoryTransport.createLinkedPair()
  await Promise.all([server.connect(one as never), client.connect(other)])
  t.teardown(async () => {
    await client.close()
    await mock.close()
  })
  async function result(name: string, args: object) {
    const { isError = false, content } = await client.callTool({ name, arguments: args as Record<string, unknown> })
    const [first] = content
    return { isError, text: first?.type === 'text' ? first.text : '' }
  }
  return {
    mock,
    client,
    async call(name, args = {}) {
      const { isError, text } = await result(name, args)
      t.notOk(isError, text)
      return /^[[{]/.test(text) ? JSON.parse(text) : text
    },
    async refused(name, args = {}) {
      const { isError, text } = await result(name, args)
      t.ok(isError, text)
      return text
    },
  }
}

const namesOf = async ({ client }: Agent): Promise<readonly string[]> =>
  (await client.listTools()).tools.map(({ name }) => name)

t.test('without --allow, every tool only reads, and says so', async (t) => {
  const agent = await agentOf(t)
  const { tools } = await agent.client.listTools()
  t.ok(tools.length > 10)
  for (const { name, annotations } of tools) t.equal(annotations?.readOnlyHint, true, name)
  t.match(agent.client.getInstructions(), /only read/)
})

for (const group of groups) {
  t.test(`--allow ${group} adds tools, none of which only reads`, async (t) => {
    const before = await namesOf(await agentOf(t))
    const { tools } = await (await agentOf(t, [group])).client.listTools()
    const added = tools.filter(({ name }) => !before.includes(name))
    t.ok(added.length > 0)
    for (const { name, annotations } of added) t.equal(annotations?.readOnlyHint, false, name)
  })
}

t.test('a tool that is not allowed cannot be called', async (t) => {
  const { client, mock } = await agentOf(t, ['clock'])
  const arguments_ = { fault: { effect: 'unavailable' } }
  await t.rejects(async () => {
    const { isError } = await client.callTool({ name: 'add_fault', arguments: arguments_ })
    if (isError) throw new Error('refused')
  })
  t.same(await mock.faults.list(), [])
})

t.test('the schema of each tool is an object without references, in which a world can be named', async (t) => {
  const { client } = await agentOf(t, groups)
  for (const { name, inputSchema } of (await client.listTools()).tools) {
    t.match(inputSchema, { type: 'object', properties: { world: { type: 'string' } } }, name)
    t.notMatch(JSON.stringify(inputSchema), '$ref', name)
  }
})

t.test('the documentation is a list of resources, is searched, and read by page', async (t) => {
  const agent = await agentOf(t)
  const { resources } = await agent.client.listResources()
  t.ok(resources.some(({ uri }) => uri === 'docs:///guides/faults.md'))
  t.notOk(resources.some(({ uri }) => uri.includes('contributing')))
  const { contents } = await agent.client.readResource({ uri: 'docs:///guides/faults.md' })
  t.match(contents, [{ text: /^# Faults/ }])
  const found: Json[] = await agent.call('search_docs', { query: 'freeze the clock' })
  t.ok(found.some(({ page }) => page === 'guides/time.md'))
  t.match(await agent.call('read_docs', { page: 'guides/time.md' }), /^# Time/)
  t.ok((await agent.call('read_docs')).length === resources.length)
  t.match(await agent.refused('read_docs', { page: '../package.json' }), /There is no page/)
})

t.test('operations are found by words, and described with what can refuse them', async (t) => {
  const agent = await agentOf(t)
  t.match(await agent.call('find_operations', { query: 'campaigns create' }), [{ id: 'campaigns/create' }])
  const { method, path, requestBody, rules } = await agent.call('describe_operation', { operation: 'campaigns/create' })
  t.match({ method, path }, { method: 'POST', path: '/v5/ad_accounts/{ad_account_id}/campaigns' })
  t.match(JSON.stringify(requestBody), 'daily_spend_cap')
  t.ok(rules.some((rule: Json) => rule.id === 'campaign.budget.one-cap'))
  t.match(
    await agent.refused('describe_operation', { operation: 'campaigns/creat' }),
    /Did you mean campaigns\/create\?/,
  )
  t.ok((await agent.call('list_rules', { operation: 'campaigns/create', evidence: 'observed' })).length < rules.length)
})

t.test('why explains a call by its id, and without one the latest that was refused', async (t) => {
  const agent = await agentOf(t)
  t.match(await agent.refused('why'), /None of the latest/)
  await agent.mock.fetch('/ad_accounts', { headers: { authorization: '' } })
  const body = [{ name: 'Sale', objective_type: 'AWARENESS' }]
  const response = await agent.mock.fetch('/ad_accounts/549755885262/campaigns', { method: 'POST', body })
  await agent.mock.fetch('/ad_accounts')
  t.match(await agent.call('why'), { operation: 'campaigns/create', verdict: 'refused' })
  t.match(await agent.call('why', { request_id: response.headers.get('x-mock-request-id') }), { verdict: 'refused' })
  t.match(await agent.call('list_requests', { match: { status: 401 } }), [{ operation: 'ad_accounts/list' }])
  t.match(
    await agent.refused('list_requests', { match: { operation: 'campaigns/lst' } }),
    /Did you mean campaigns\/list/,
  )
  t.match(await agent.call('report', { scope: 'all' }), /^# /)
})

t.test('what is about a server and its worlds is read', async (t) => {
  const agent = await agentOf(t)
  await agent.mock.fetch('/ad_acounts')
  t.match(await agent.call('about'), { client: { base_url: agent.mock.baseUrl }, seed: 'small' })
  t.match(await agent.call('list_unmatched'), [{ near_operations: [{ operation: 'ad_accounts/list' }] }])
  t.match(await agent.call('list_worlds'), { worlds: [{ name: 'default' }], seeds: ['default', 'small'] })
  t.match(await agent.call('get_world'), { time: { frozen: false }, faults: [], stubs: [], settings: Object })
})

t.test('a world is named by an argument, and calls of others are not told of it', async (t) => {
  const agent = await agentOf(t, ['worlds', 'calls'])
  const { name } = await agent.call('create_world', { name: 'apart', from: { seed: 'empty' } })
  t.equal(name, 'apart')
  t.match(await agent.call('call_api', { world: 'apart', path: '/ad_accounts' }), { status: 200, body: /"items":\[\]/ })
  t.equal((await agent.call('list_requests')).length, 0)
  t.equal((await agent.call('list_requests', { world: 'apart' })).length, 1)
  await agent.call('delete_world', { name: 'apart' })
  t.equal((await agent.call('list_worlds')).worlds.length, 1)
})

t.test('calls, clock, faults, stubs and settings are changed where that is allowed', async (t) => {
  const agent = await agentOf(t, ['calls', 'clock', 'faults', 'stubs', 'settings'])
  const post = { method: 'POST', path: '/ad_accounts', body: { name: 'Mine' } }
  t.match(await agent.call('call_api', post), { status: 200, body: /"name":"Mine"/ })
  t.match(await agent.refused('call_api', { path: '/__mock/reset' }), /tools of its own/)
  t.match(await agent.call('change_clock', { action: 'freeze', to: '2030-01-01T00:00:00Z' }), { frozen: true })
  t.match(await agent.call('change_clock', { action: 'advance', by: '1d' }), { iso: '2030-01-02T00:00:00.000Z' })
  t.match(await agent.call('change_clock', { action: 'set', to: '2031-01-01T00:00:00Z' }), { frozen: true })
  t.match(await agent.call('change_clock', { action: 'resume' }), { frozen: false })
  t.match(await agent.refused('change_clock', { action: 'stop' }), /freeze, set, advance, resume/)
  const fault = { match: { operation: 'ad_accounts/list' }, effect: 'rate_limited', expires_in: '5m' }
  const { id } = await agent.call('add_fault', { fault })
  t.match(await agent.call('call_api', { path: '/ad_accounts' }), { status: 429 })
  await agent.call('remove_faults', { id })
  t.match(await agent.call('call_api', { path: '/ad_accounts' }), { status: 200 })
  t.match(await agent.refused('add_fault', { fault: { effect: 'explode' } }), /is no effect/)
  await agent.call('add_stub', { stub: { match: { path: '/widgets' }, response: { status: 202 } } })
  t.match(await agent.call('call_api', { path: '/widgets' }), { status: 202 })
  await agent.call('remove_stubs')
  await agent.call('change_settings', { settings: { limits: 'trial' } })
  t.match(await agent.call('get_world'), { settings: { limits: 'trial' }, stubs: [] })
})

t.test('data and the journal are changed where that is allowed', async (t) => {
  const agent = await agentOf(t, ['data', 'journal'])
  await agent.call('take_snapshot', { name: 'before' })
  const seed = { ad_accounts: [{ alias: 'shop', name: 'Shop' }] }
  t.match(await agent.call('apply_seed', { seed }), { ad_accounts: { shop: String } })
  const edit = { kind: 'campaigns', id: '626700000102', change: { status: 'PAUSED' } }
  t.match(await agent.call('edit_entity', edit), { status: 'PAUSED' })
  await agent.call('restore_snapshot', { name: 'before' })
  const campaign = await agent.mock.fetch('/ad_accounts/549755885262/campaigns/626700000102')
  t.match(await campaign.json(), { status: 'ACTIVE' })
  t.match(await agent.call('reset_world', { from: { seed: 'empty' } }), { reset: true })
  await agent.mock.fetch('/boards')
  await agent.call('clear_journal')
  t.equal(await agent.mock.requests.count(), 0)
})

t.test('a tool without an argument that it needs names it', async (t) => {
  const agent = await agentOf(t, ['data'])
  t.match(await agent.refused('edit_entity', { kind: 'campaigns' }), /id, change must be passed/)
})
