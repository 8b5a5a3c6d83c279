import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { start } from './start.ts'

const tests = 200
const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }

t.test('two hundred tests run at once in as many worlds of one server, and none sees what is of another', async (t) => {
  const { banner } = await start(t)
  const origin: string = banner.base_url.replace('/v5', '')
  const results = await Promise.all(
    Array.from({ length: tests }, (_, number) => suite(`${origin}/w/suite-${number}`, number)),
  )
  t.same(
    results,
    results.map((_, number) => ({
      own: [`Campaign of ${number}`],
      time: 1_900_000_000 + number,
      created: 1_900_000_000 + number,
      failed: 500 + (number % 50),
      requests: 2,
      afterRestore: 0,
    })),
  )
})

/** What one test does: it makes a state, keeps it, makes it fail, changes it, looks at it, asks for it, and goes back. */
async function suite(base: string, number: number) {
  const call = async (method: string, path: string, body?: unknown): Promise<Json> => {
    const answer = await fetch(base + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const moment = 1_900_000_000 + number
  await call('POST', '/__mock/reset', { from: { seed: 'empty' } })
  await call('POST', '/__mock/time/freeze', { at: moment })
  const { id } = await call('POST', '/v5/ad_accounts', { name: `Account of ${number}` })
  const campaigns = `/v5/ad_accounts/${id}/campaigns`
  await call('PUT', `/__mock/snapshots/of-${number}`)
  await call('POST', campaigns, [
    { name: `Campaign of ${number}`, objective_type: 'AWARENESS', daily_spend_cap: 10_000_000 },
  ])
  const match = { operation: 'campaigns/list' }
  await call('POST', '/__mock/faults', { match, trigger: { nth: 1 }, effect: `status=${500 + (number % 50)}` })
  const { status: failed } = await fetch(base + campaigns, { headers })
  const { items } = await call('GET', campaigns)
  const { found: requests } = await call('POST', '/__mock/requests/verify', { match, times: 2 })
  await call('POST', `/__mock/snapshots/of-${number}/restore`)
  return {
    own: items.map(({ name }: Json) => name),
    time: (await call('GET', '/__mock/time')).now,
    created: items[0].created_time,
    failed,
    requests,
    afterRestore: (await call('GET', campaigns)).items.length,
  }
}
