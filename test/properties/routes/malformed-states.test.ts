import t from 'tap'
import { buildApp } from '#server/app/app.ts'
import { type Json, mock } from '#test/support/mock.ts'

const account = '/v5/ad_accounts/549755885262'
const lists = [
  ...['campaigns', 'ad_groups', 'ads', 'labels', 'order_lines', 'audiences', 'customer_lists', 'keywords'],
  ...['product_group_promotions', 'conversion_tags', 'targeting_templates', 'promotions', 'lead_forms'],
].map((name) => `${account}/${name}`)
const reads = [
  ...['/v5/ad_accounts', '/v5/user_account', '/v5/pins', '/v5/boards', '/v5/media', ...lists],
  ...['/readyz', ...['time', 'settings', 'seed', 'rules', 'state', 'faults'].map((name) => `/__mock/${name}`)],
]

const odd = [null, {}, [], [1], 'x', '', '\u0000', -1, 1.5, 1e300, true, { x: 1 }, { x: { y: 1 } }, { '*': 5 }]
const oddTimes = [{ frozen_at: 'x' }, { frozen_at: -1 }, { frozen_at: 1e300 }, { ahead: 1e300 }, { ahead: null }]

/** States of which one value that is kept as JSON is odd, each with what it is. */
function* oddStates(state: Json): Generator<readonly [string, Json]> {
  for (const [table, rows] of Object.entries<Json[]>(state.tables)) {
    const [first, ...others] = rows
    const documents = Object.entries(first ?? {}).filter(([, value]) => value !== null && typeof value === 'object')
    for (const [column] of documents) {
      for (const value of odd) {
        const tables = { ...state.tables, [table]: [{ ...first, [column]: value }, ...others] }
        yield [`${table}.${column} = ${JSON.stringify(value)}`, { ...state, tables }]
      }
    }
  }
  for (const name of ['clock', 'limits', 'rules', 'features', 'aliases', 'unknown']) {
    for (const json of [...odd, ...oddTimes]) {
      const tables = { ...state.tables, settings: [{ name, json }] }
      yield [`${name} = ${JSON.stringify(json)}`, { ...state, tables }]
    }
  }
}

t.setTimeout(0)

t.test('a state is either refused by name, or everything answers from it', async (t) => {
  const { worlds } = await mock(t, { seed: 'small', journal: 0 })
  const app = buildApp({ worlds })
  const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }
  const state = (await app.inject('/__mock/state')).json()
  const wrong: string[] = []
  let accepted = 0
  let refused = 0
  for (const [what, changed] of oddStates(state)) {
    const { statusCode, body } = await app.inject({ method: 'PUT', url: '/__mock/state', headers, payload: changed })
    if (statusCode === 200) {
      accepted++
      for (const url of reads) {
        const answer = await app.inject({ url, headers })
        if (answer.statusCode >= 500) wrong.push(`${what}: ${url} ${answer.statusCode}`)
        else if (!isJson(answer.body)) wrong.push(`${what}: ${url} is no JSON`)
      }
      const created = await app.inject({ method: 'POST', url: '/v5/ad_accounts', headers, payload: '{}' })
      if (created.statusCode >= 500) wrong.push(`${what}: creation ${created.statusCode}`)
      await app.inject({ method: 'POST', url: '/__mock/reset' })
    } else {
      refused++
      if (statusCode !== 400 || !/(tables|state)/.test(body)) wrong.push(`${what}: refused with ${statusCode} ${body}`)
    }
  }
  t.same(wrong.slice(0, 20), [])
  t.ok(accepted > 10 && refused > 100, `${accepted} were accepted, ${refused} refused`)
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
