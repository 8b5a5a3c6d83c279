import t from 'tap'
import { operations } from '#openapi/operations.ts'
import { type Json, mock } from '../support/mock.ts'

// Objects answer to these names though nobody has put anything there: a look-up by a name that was sent must not.
const names = Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== '__proto__')

/** Returns a body of every kind that takes names which are not fixed. */
const namedBodies = (name: string, state: Json): readonly (readonly [string, string, unknown])[] => [
  ['PUT', '/__mock/state', { ...state, tables: { ...state.tables, [name]: [{ id: '1' }] } }],
  ['PUT', '/__mock/state', { ...state, tables: { ...state.tables, boards: [{ [name]: 'x' }] } }],
  ['PUT', '/__mock/state', { ...state, sequences: { [name]: 5 } }],
  ['PUT', '/__mock/settings', { features: { '*': { [name]: true } } }],
  ['PUT', '/__mock/settings', { features: { [name]: { labels: true } } }],
  ['PUT', '/__mock/settings', { rules: { [name]: { off: true } } }],
  ['PUT', '/__mock/settings', { limits: { [name]: { per_minute: 1 } } }],
  ['PUT', '/__mock/settings', { limits: { '*': { [name]: 1 } } }],
  ['POST', '/__mock/seed', { [name]: [{ alias: 'a' }] }],
  ['POST', '/__mock/seed', { ad_accounts: [{ alias: name, name: 'Shop' }], campaigns: [{ ad_account: 'toString' }] }],
  ['POST', '/__mock/seed', { boards: [{ alias: 'b', name: 'B', [name]: 1 }] }],
  ['POST', '/__mock/faults', { match: { operation: name }, effect: 'reset' }],
  ['POST', '/__mock/faults', { effect: name }],
  ['POST', '/__mock/faults', { effect: { type: name } }],
  ['POST', '/__mock/requests/verify', { match: { rule: name } }],
  ['POST', '/__mock/requests/verify', { match: { body_path: name, body_equals: 1 } }],
  ['POST', '/__mock/reset', { from: { seed: name } }],
  ['PATCH', `/__mock/entities/${name}/1`, {}],
]

t.test('a name that every object answers to is refused like any other that there is not', async (t) => {
  const { app, call } = await mock(t, { journal: 20 })
  const { body: state } = await call('GET', '/__mock/state')
  for (const name of names) {
    for (const [method, url, body] of namedBodies(name, state)) {
      const { statusCode, payload } = await app.inject({ method: method as 'PUT', url, payload: body as object })
      const isAllowed = url.endsWith('/seed') && payload.includes(`"${name}":"`)
      t.ok(
        (statusCode >= 400 && statusCode < 500) || isAllowed,
        `${method} ${url} ${JSON.stringify(body).slice(-60)}: ${payload}`,
      )
    }
  }
})

t.test('a setting of such a name is imported like any other that this version does not know', async (t) => {
  const { call } = await mock(t)
  const { body: state } = await call('GET', '/__mock/state')
  for (const name of names) {
    const settings = [...(state.tables.settings ?? []), { name, json: '{}' }]
    t.equal((await call('PUT', '/__mock/state', { ...state, tables: { ...state.tables, settings } })).status, 200, name)
  }
})

t.test('such a name in a path or a query finds nothing, and no call fails of it', async (t) => {
  const { app } = await mock(t)
  for (const { method, path } of operations.filter((operation) => operation.method === 'GET')) {
    for (const name of names) {
      const url = `/v5${path.replaceAll(/{\w+}/g, name)}?${name}=1&bookmark=${name}&order=${name}`
      const { statusCode } = await app.inject({ method: method as 'GET', url, headers: { authorization: 'Bearer x' } })
      t.ok(statusCode < 500 || statusCode === 501, `${statusCode} ${url}`)
    }
  }
})
