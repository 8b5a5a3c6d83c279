import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readConfiguration } from '#server/config/config.ts'
import { startServer } from '#server/server.ts'
import type { Json } from '#test/support/mock.ts'
import { type Alter, otherService, type ServedAnswer } from './other-service.ts'
import { probing, rulesThat, token } from './probing.ts'

/** A name that breaks what does not expect it, and that every sentence about the account may have. */
const hostile = 'Zoë\'s "Käse" <b>$1\\d+.* & Co'
const core = ['--operations', 'campaigns,labels,keywords,boards', '--fail-on', 'differences']

const rules = {
  'campaign.budget.one-cap': { code: 4712 },
  'campaign.schedule.end-after-start': { code: 99, message: 'The end comes first.' },
  'campaign.objective.app': {
    message: `Apps of ${hostile} (NUMBER) need "APP_INSTALL"; ask zoe@example.org or ${token}.`,
  },
  'campaign.locked.objective_type': {
    message: 'Objective is fixed since 2026-11-29T10:00:00Z (rid 7b1d6f2e-1f0a-4c7e-9d3a-0a1b2c3d4e5f).',
  },
  'campaign.budget.flexible-is-daily': { off: true },
  'campaign.top-of-search.objective': { off: true },
  'label.value.unique': { message: 'Label exists.' },
  'label.apply.one-brand': { off: true },
  'keyword.match-type.negative-only': { off: true },
  'keyword.list.one-parent': { code: 3 },
}

/** Answers of a service that differs in fields, statuses and a limit, and that stumbles three times. */
const differing: Alter = ({ method, url, count, text }, { status, text: own }) => {
  const [path = ''] = url.split('?')
  if (count === 20) return { status: 429, headers: { 'retry-after': '0' }, text: '{"code":8,"message":"Slow down"}' }
  if (count === 40) return { status: 500, text: '{"code":0,"message":"Oops"}' }
  if (count === 60) return 'end'
  if (method === 'POST' && path.endsWith('/campaigns')) {
    if (/"daily_spend_cap":1000000\b/.test(text) && !own.includes('"exceptions":[{')) return tooLow
    return changed(own, (item) => {
      if (item.data) delete item.data.tracking_urls
    })
  }
  if (method === 'PATCH' && path.endsWith('/campaigns')) {
    return changed(own, (item) => {
      if (item.data?.id) item.data.is_new = true
    })
  }
  if (path === '/v5/boards' && status === 400) return { status: 409, text: own }
  return undefined
}

const tooLow: ServedAnswer = {
  status: 200,
  text: JSON.stringify({ items: [{ exceptions: [{ code: 2277, message: 'A budget is at least 2000000.' }] }] }),
}

/** Changes the items of a batch. */
function changed(text: string, change: (item: { data?: Record<string, unknown> }) => void): ServedAnswer {
  const body = JSON.parse(text)
  for (const item of body.items ?? []) change(item)
  return { status: 200, text: JSON.stringify(body) }
}

t.test('every difference is found, and nothing else', async (t) => {
  const accountId = '549755885262'
  const service = await otherService(t, ['--rules', JSON.stringify(rules).replaceAll('NUMBER', accountId)])
  const adAccount = await service.adAccount(hostile)
  t.equal(adAccount, accountId, 'whose id is in the messages')
  service.setAlter(differing)
  const first = await probing(t, { url: service.url, adAccount }, core)
  const { evidence, text } = first

  t.same(
    rulesThat(evidence, 'differs').toSorted(),
    [
      'board.create.name-taken',
      'campaign.budget.minimum',
      'campaign.budget.required',
      ...Object.keys(rules),
    ].toSorted(),
  )
  t.equal(first.end, 'differences')
  t.same(evidence.operations, {
    'campaigns/create': { missing: ['items[].data.tracking_urls'], added: {}, types: {} },
    'campaigns/update': { missing: [], added: { 'items[].data.is_new': 'boolean' }, types: {} },
  })
  t.match(evidence.rules, {
    'campaign.budget.one-cap': {
      differences: [{ what: ['code'], ours: { code: 1 }, theirs: { code: 4712 } }],
      adopt: { code: 4712 },
    },
    'campaign.budget.flexible-is-daily': {
      differences: [{ what: ['outcome'], theirs: { status: 200 } }],
      adopt: { off: true },
    },
    'campaign.budget.minimum': { differences: [{ call: 'passes', what: ['outcome'], theirs: { code: 2277 } }] },
    'board.create.name-taken': { differences: [{ what: ['status'], theirs: { status: 409 } }], adopt: { status: 409 } },
  })
  t.ok(first.printed.includes('  theirs    200, code 99: The end comes first.'), 'side by side')

  t.test('nothing of the account is left in the evidence, nor in what is printed', async (t) => {
    const shown = [text, ...first.printed].join('\n')
    for (const secret of [
      hostile,
      'Käse',
      'Zoë',
      adAccount,
      'zoe@',
      token,
      '7b1d6f2e',
      '2026-11-29',
      JSON.stringify(hostile).slice(1, -1),
    ]) {
      t.notOk(shown.includes(secret), secret)
    }
    t.equal(evidence.rules['campaign.objective.app']?.adopt?.message, 'Apps of … (…) need "APP_INSTALL"; ask … or ….')
    t.notMatch(shown, /\d{12,}/, 'no id')
  })

  t.test('no token is in any output, journal or file, and nothing is left behind', async (t) => {
    t.notOk([...first.notes, ...first.printed].some((line) => line.includes(token)))
    for (const file of readdirSync(first.directory)) {
      t.notOk(readFileSync(join(first.directory, file), 'utf8').includes(token), file)
    }
    t.same(readdirSync(first.directory), ['evidence.json'], 'the journal is gone')
    t.same(await service.leftovers(adAccount), [])
    const posted = service.calls.filter(({ method }) => method !== 'GET').map((call) => call.text)
    t.notOk(
      posted.some((one) => one.includes('ACTIVE"') && !one.includes('labels')),
      'nothing was to be active',
    )
  })

  t.test('with the evidence adopted, the same service agrees', async (t) => {
    const second = await probing(t, { url: service.url, adAccount }, [...core, '--adopted', first.out])
    t.same(rulesThat(second.evidence, 'differs'), [], second.printed.join('\n'))
    t.same(second.evidence.operations, {})
    t.equal(second.end, 'ok')
  })

  t.test('a server that adopts the evidence answers as the service does, and says how it knows', async (t) => {
    const { configuration } = readConfiguration(['--port', '0', '--rules', first.out], {})
    const server = await startServer(configuration)
    t.teardown(() => server.app.close())
    const url = new URL(server.about.base_url).origin
    const { items }: Json = await (await fetch(`${url}/__mock/rules?evidence=observed%20by%20you`)).json()
    t.match(
      items.find(({ id }: { id: string }) => id === 'campaign.budget.one-cap'),
      {
        code: 4712,
        evidence: 'observed by you',
        source: `a probe of the real service on ${evidence.date}`,
      },
    )
    t.match(
      items.find(({ id }: { id: string }) => id === 'board.create.name-taken'),
      { status: 409 },
    )
    t.match(
      items.find(({ id }: { id: string }) => id === 'campaign.budget.flexible-is-daily'),
      { in_force: false },
    )
    const board = {
      method: 'POST',
      headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
      body: '{"name":"Trails"}',
    }
    await fetch(`${url}/v5/boards`, board)
    const again = await fetch(`${url}/v5/boards`, board)
    t.equal(again.status, 409)
    const why: Json = await (await fetch(`${url}/__mock/requests/${again.headers.get('x-mock-request-id')}/why`)).json()
    t.match(why.reasons[0], { rule: 'board.create.name-taken', evidence: 'observed by you' })
  })
})

t.test('an interrupted probe puts away what it made, and says that it stopped', async (t) => {
  const service = await otherService(t)
  const adAccount = await service.adAccount('Shop')
  const controller = new AbortController()
  let count = 0
  const onProgress = (): void => {
    if (count++ === 12) controller.abort()
  }
  const { end, notes } = await probing(t, { url: service.url, adAccount }, core, {
    signal: controller.signal,
    onProgress,
  })
  t.equal(end, 'failure')
  t.ok(notes.includes('Stopped: Interrupted.'))
  t.ok(service.calls.length > 20, 'something had been made')
  t.same(await service.leftovers(adAccount), [])
})

t.test('what a killed probe left is put away by probe clean, also where an answer was lost', async (t) => {
  const service = await otherService(t)
  const adAccount = await service.adAccount('Shop')
  const directory = t.testdir({})
  // As after SIGKILL: no call comes through any more, and nobody puts anything away.
  service.setAlter(({ count }) => (count > 30 ? 'end' : undefined))
  const killed = await probing(t, { url: service.url, adAccount }, core, { directory })
  t.equal(killed.end, 'failure')
  t.ok(existsSync(`${killed.out}.journal`))
  t.not((await service.leftovers(adAccount)).length, 0)

  service.setAlter(() => undefined)
  await t.rejects(probing(t, { url: service.url, adAccount }, core, { directory }), /of a probe that did not end/)
  const cleaned = await probing(t, { url: service.url, adAccount }, ['clean'], { directory })
  t.equal(cleaned.end, 'ok')
  t.match(cleaned.printed.at(-1), /put away, 0 left behind/)
  t.same(await service.leftovers(adAccount), [])
  t.notOk(existsSync(`${killed.out}.journal`))
})

t.test('a target that is none of the API is not probed', async (t) => {
  const service = await otherService(t)
  service.setAlter(() => ({ status: 200, headers: { 'content-type': 'text/html' }, text: '<html>Welcome</html>' }))
  await t.rejects(probing(t, { url: service.url, adAccount: '1' }, core), {
    message: /none of the API: it answers .* with <html>Welcome/,
  })
  t.equal(service.calls.length, 1)
})

t.test('what a journal of a later version names is left, and said', async (t) => {
  const service = await otherService(t)
  const adAccount = await service.adAccount('Shop')
  const start = JSON.stringify({ run: 'x', target: service.url, ad_account: adAccount, started: 1 })
  const journal = [start, '{"made":"widget","id":"5"}', ''].join('\n')
  const directory = t.testdir({ 'evidence.json': '{}', 'evidence.json.journal': journal })
  const { end, printed } = await probing(t, { url: service.url, adAccount }, ['clean'], { directory })
  t.equal(end, 'failure')
  t.ok(printed.includes('Left behind: widget 5: of a kind unknown here'), printed.join('\n'))
  t.ok(existsSync(join(directory, 'evidence.json.journal')))
})

t.test('a journal of another form is refused in one line', async (t) => {
  const directory = t.testdir({ 'evidence.json.journal': '{"version":0,"run":"x"}\n' })
  const target = { url: 'http://127.0.0.1:9/v5', adAccount: '1' }
  await t.rejects(probing(t, target, ['clean'], { directory }), {
    message: /no journal of a probe, or of another version: [^\n]+$/,
  })
})
