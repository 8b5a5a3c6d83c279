import t from 'tap'
import { mock } from '../support/mock.ts'

t.test('a long answer arrives whole, the first time and every time that it is given again', async (t) => {
  const { app, account, call } = await mock(t)
  const url = `/v5/ad_accounts/${account}/campaigns`
  const items = Array.from({ length: 30 }, (_, index) => {
    return { name: `Żółty ${'x'.repeat(200)} ${index}`, objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }
  })
  await call('POST', url, items)
  for (const time of ['first', 'second', 'third']) {
    const { headers, rawPayload, body } = await app.inject({
      url: `${url}?page_size=30`,
      headers: { authorization: 'Bearer test' },
    })
    t.equal(headers['content-length'], String(rawPayload.length), time)
    t.equal(headers['content-type'], 'application/json')
    t.same(
      JSON.parse(body).items.map(({ name }: { name: string }) => name),
      items.map(({ name }) => name),
    )
  }
})

t.test('the journal keeps a long answer as text', async (t) => {
  const { account, call } = await mock(t)
  const item = { name: 'x'.repeat(250), objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }
  const { headers } = await call('POST', `/v5/ad_accounts/${account}/campaigns`, Array(30).fill(item))
  const { body } = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(JSON.stringify(body), item.name)
})
