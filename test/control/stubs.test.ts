import t from 'tap'
import { type Json, mock } from '../support/mock.ts'

const one = { match: { path: '/x' }, response: { body: 'yes' } }

t.test('a stub is returned as it was sent, with its counters', async (t) => {
  const { call, now } = await mock(t)
  const sent = {
    id: 'order',
    match: { method: 'get', path: '/v5/orders/{id}', query: { full: 'true' } },
    responses: [
      { status: 202, body: { state: 'open' }, latency: '5ms' },
      { headers: { 'x-a': 'b' }, template: false },
    ],
    scenario: 'order',
    requires: 'Started',
    sets: 'Seen',
    priority: 3,
    times: 4,
    expires_in: '1h',
  }
  const { status, body } = await call('POST', '/__mock/stubs', sent)
  t.equal(status, 200)
  const { expires_in: _, ...rest } = sent
  const stored = {
    ...rest,
    match: { ...sent.match, method: 'GET' },
    responses: [
      { status: 202, headers: {}, body: { state: 'open' }, latency: 5, template: true },
      { status: 200, headers: { 'x-a': 'b' }, template: false },
    ],
    created: now,
    expires: now + 3600,
    active: true,
    hits: 0,
    remaining: 4,
  }
  t.strictSame(body, stored)
  await call('GET', '/v5/orders/7?full=true')
  t.strictSame((await call('GET', '/__mock/stubs/order')).body, { ...stored, hits: 1, remaining: 3 })
})

t.test('a list of stubs is added whole, each later one before the earlier', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('POST', '/__mock/stubs', [one, { ...one, id: 'named' }])
  t.same(
    body.items.map(({ id }: Json) => id),
    ['stub-1', 'named'],
  )
  t.same(
    (await call('GET', '/__mock/stubs')).body.items.map(({ id }: Json) => id),
    ['named', 'stub-1'],
  )
})

const brokenLists: readonly [string, Json[], RegExp][] = [
  ['one that is no stub', [one, { match: {} }], /\[1\].*must have one of response and responses/],
  ['a field that is not known', [{ ...one, colour: 1 }, one], /\[0\]\.colour: there is no such field/],
  ['one of an id that another has', [{ ...one, id: 'a' }, one, { ...one, id: 'a' }], /\[2\]: a/],
  ['a placeholder that is none', [one, { response: { body: '{{nope}}' } }], /\[1\]: \{\{nope\}\} is no placeholder/],
  ['one that can never answer', [one, { ...one, match: { method: 'OPTIONS' } }], /\[1\]: stubs answer no OPTIONS/],
]
for (const [what, list, message] of brokenLists) {
  t.test(`a list with ${what} adds none of it, and says where`, async (t) => {
    const { call } = await mock(t)
    const { status, body } = await call('POST', '/__mock/stubs', list)
    t.ok(status === 400 || status === 409, JSON.stringify(body))
    t.match(body.message, message)
    t.same((await call('GET', '/__mock/stubs')).body.items, [])
    t.equal((await call('POST', '/__mock/stubs', one)).body.id, 'stub-1')
  })
}

t.test('a list of faults is added whole, or not at all', async (t) => {
  const { call } = await mock(t)
  const fault = { effect: 'unavailable', match: { operation: 'pins/list' } }
  const { body } = await call('POST', '/__mock/faults', [fault, { ...fault, id: 'named' }])
  t.match(body.items, [{ id: 'fault-1' }, { id: 'named' }])
  const refused = await call('POST', '/__mock/faults', [fault, { ...fault, match: { operation: 'pin/list' } }])
  t.match(refused, { status: 400, body: { message: /\[1\]: .*Did you mean pins\/list\?/ } })
  t.match(await call('POST', '/__mock/faults', [fault, { ...fault, id: 'named' }]), { status: 409 })
  t.match(
    await call('POST', '/__mock/faults', [
      { ...fault, id: 'new' },
      { ...fault, id: 'new' },
    ]),
    { status: 409 },
  )
  t.match(await call('POST', '/__mock/faults', []), { status: 400 })
  t.match(await call('POST', '/__mock/faults', [fault, { effect: 'unavailabel' }]), {
    status: 400,
    body: { message: /\[1\]\.effect: .*Did you mean unavailable\?/ },
  })
  t.equal((await call('GET', '/__mock/faults')).body.items.length, 2)
})

t.test('a stub is replaced under its id, and counts from the beginning', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/__mock/stubs', { ...one, id: 'a' })
  await call('GET', '/v5/x')
  const replaced = await call('PUT', '/__mock/stubs/a', { ...one, response: { body: 'other' } })
  t.match(replaced, { status: 200, body: { id: 'a', hits: 0 } })
  t.equal((await call('GET', '/v5/x')).body, 'other')
  t.equal((await call('GET', '/__mock/stubs')).body.items.length, 1)
  t.equal((await call('PUT', '/__mock/stubs/b', one)).status, 200, 'one that is not there is added')
  t.equal((await call('PUT', '/__mock/stubs/-', one)).status, 400)
  t.match(await call('PUT', '/__mock/stubs/a', { response: { body: '{{nope}}' } }), { status: 400 })
  t.equal((await call('GET', '/__mock/stubs/a')).body.hits, 1, 'the old one stays')
})

t.test('one is deleted, or all are', async (t) => {
  const { call } = await mock(t)
  await call(
    'POST',
    '/__mock/stubs',
    ['a', 'b', 'c'].map((id) => ({ ...one, id })),
  )
  t.strictSame((await call('DELETE', '/__mock/stubs/b')).body, { deleted: ['b'] })
  t.strictSame((await call('DELETE', '/__mock/stubs')).body, { deleted: ['c', 'a'] })
  t.equal((await call('GET', '/v5/x')).status, 404)
  for (const method of ['GET', 'DELETE']) t.equal((await call(method, '/__mock/stubs/b')).status, 404)
})

t.test('an id that is taken is refused', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/__mock/stubs', { ...one, id: 'a' })
  t.match(await call('POST', '/__mock/stubs', { ...one, id: 'a' }), { status: 409, body: { message: /: a$/ } })
})

t.test('a world has a thousand at the most, of which fifty look into bodies', async (t) => {
  const { call } = await mock(t)
  const body = { match: { body_path: 'a' }, response: {} }
  t.equal((await call('POST', '/__mock/stubs', Array(50).fill(body))).status, 200)
  t.match(await call('POST', '/__mock/stubs', body), {
    status: 400,
    body: { message: /50 stubs at the most that look/ },
  })
  t.equal((await call('POST', '/__mock/stubs', Array(950).fill(one))).status, 200)
  t.match(await call('POST', '/__mock/stubs', one), { status: 400, body: { message: /1000 stubs at the most/ } })
})

t.test('stubs and faults of all worlds share sixteen million characters', async (t) => {
  const { call } = await mock(t)
  const large = { response: { body: 'x'.repeat(1_000_000) } }
  for (let number = 0; number < 17; number++) {
    t.equal((await call('POST', `/w/w${number}/__mock/stubs`, large)).status, 200)
  }
  const [fault, small] = [{ effect: 'latency=0' }, { response: {} }]
  for (const [path, sent] of [['faults', fault] as const, ['stubs', small] as const]) {
    t.match(await call('POST', `/__mock/${path}`, sent), { status: 400, body: { message: /all worlds take too much/ } })
  }
  await call('DELETE', '/w/w0/__mock/stubs')
  t.equal((await call('POST', '/__mock/stubs', small)).status, 200)
})

/** A stub that can never answer or is none, the reason, and the nearest that is taken. */
const violations: readonly [Json, RegExp, Json][] = [
  [{ response: {}, responses: [{}] }, /must have one of response and responses/, { responses: [{}] }],
  [{ responses: [] }, /responses/, { responses: [{}] }],
  [{ response: { status: 199 } }, /at least 200/, { response: { status: 200 } }],
  [{ response: { status: 600 } }, /at most 599/, { response: { status: 599 } }],
  [{ response: { headers: { connection: 'close' } } }, /connection's own/, { response: { headers: { age: '1' } } }],
  [{ response: { latency: '11m' } }, /too great: at most 600000/, { response: { latency: '10m' } }],
  [
    { response: { body: Array(101).fill('{{now}}') } },
    /more than 100 placeholders/,
    { response: { body: Array(100).fill('{{now}}') } },
  ],
  [
    { response: {}, requires: 'Paid' },
    /no scenario that they are states of/,
    { response: {}, scenario: 'a', requires: 'Paid' },
  ],
  [
    { response: {}, sets: 'Paid' },
    /no scenario that they are states of/,
    { response: {}, scenario: 'a', sets: 'Paid' },
  ],
  [{ response: {}, times: 0 }, /at least 1/, { response: {}, times: 1 }],
  [{ response: {}, expires_in: 60 }, /not a duration/, { response: {}, expires_in: '60s' }],
  [{ response: {}, expires_in: '0s' }, /over before it begins/, { response: {}, expires_in: '1s' }],
  [{ response: {}, priority: 0 }, /at least 1/, { response: {}, priority: 1 }],
  [
    { match: { method: 'TRACE' }, response: {} },
    /answer no TRACE, but GET, HEAD/,
    { match: { method: 'put' }, response: {} },
  ],
  [
    { match: { path: '/docs' }, response: {} },
    /\/docs is the mock's own/,
    { match: { path: '/v5/docs' }, response: {} },
  ],
  [{ match: { path: '/__mock/stubs' }, response: {} }, /the mock's own/, { match: { path: '/mock' }, response: {} }],
  [{ match: { path: '/{id}/*' }, response: {} }, /both \* and \{names\}/, { match: { path: '/{id}/x' }, response: {} }],
  [
    { match: { method: 'GET', body_path: 'a' }, response: {} },
    /body of a GET is not read/,
    { match: { method: 'POST', body_path: 'a' }, response: {} },
  ],
  [
    { match: { operation: 'pin/list' }, response: {} },
    /Did you mean pins\/list\?/,
    { match: { operation: 'pins/list' }, response: {} },
  ],
  [
    { match: { operation: 'pins/list', path: '/boards' }, response: {} },
    /no path of pins\/list/,
    { match: { operation: 'pins/list', path: '/pins' }, response: {} },
  ],
]
for (const [stub, message, nearest] of violations) {
  t.test(
    `${JSON.stringify(stub).slice(0, 100)} is refused, and ${JSON.stringify(nearest).slice(0, 100)} is taken`,
    async (t) => {
      const { call } = await mock(t)
      t.match(await call('POST', '/__mock/stubs', stub), { status: 400, body: { code: 1, message } })
      t.same((await call('GET', '/__mock/stubs')).body.items, [])
      const taken = await call('POST', '/__mock/stubs', nearest)
      t.equal(taken.status, 200, JSON.stringify(taken.body))
    },
  )
}

t.test('a fault on a path that no operation has is taken once a stub has it', async (t) => {
  const { call } = await mock(t)
  const fault = { match: { path: '/orders/7' }, effect: 'unavailable' }
  t.match(await call('POST', '/__mock/faults', fault), { status: 400, body: { message: /no path of the API/ } })
  await call('POST', '/__mock/stubs', { match: { path: '/orders/{id}' }, response: {} })
  t.equal((await call('POST', '/__mock/faults', fault)).status, 200)
  t.equal((await call('GET', '/v5/orders/7')).status, 503)
  t.equal((await call('GET', '/v5/orders/8')).status, 200)
})

t.test('a scenario that no stub has, or a state that none names, is refused with those that there are', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/__mock/stubs', { ...one, scenario: 'order', requires: 'Started', sets: 'Paid' })
  const set = (name: string, state: string) => call('PUT', `/__mock/scenarios/${name}`, { state })
  t.match(await set('ordr', 'Paid'), { status: 404, body: { message: /ordr\. Did you mean order\?/ } })
  t.match(await set('order', 'Sold'), { status: 400, body: { message: /"Sold" is not one of Started, Paid/ } })
  t.match(await set('order', 'Paid'), { status: 200, body: { state: 'Paid', stubs: ['stub-1'] } })
  t.equal((await call('GET', '/v5/x')).status, 404)
  t.match((await call('POST', '/__mock/scenarios/reset')).body.items, [{ name: 'order', state: 'Started' }])
  t.equal((await call('GET', '/v5/x')).status, 200)
  t.match((await call('GET', '/__mock/scenarios')).body.items, [{ state: 'Paid' }])
})
