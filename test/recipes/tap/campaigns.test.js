import { startMock } from 'pinterest-ads-mock'
import t from 'tap'
import { Campaigns } from '../client.js'

const mock = await startMock({ seed: 'small' })
t.teardown(() => mock.close())

t.test('a campaign that is created is in the list', async (t) => {
  const campaigns = new Campaigns(await mock.fork())
  await campaigns.create({ name: 'Harvest sale', daily_spend_cap: 5_000_000 })
  t.ok((await campaigns.names()).includes('Harvest sale'))
})

t.test('a campaign without a budget is refused with the reason', async (t) => {
  const campaigns = new Campaigns(await mock.fork())
  await t.rejects(campaigns.create({ name: 'Harvest sale' }), /budget/)
  t.notOk((await campaigns.names()).includes('Harvest sale'))
})

t.test('a client that is told to wait comes back', async () => {
  const world = await mock.fork()
  await world.faults.add({
    match: { operation: 'campaigns/create' },
    trigger: { nth: 1 },
    effect: { type: 'rate_limited', retry_after: 0 },
  })
  await new Campaigns(world).create({ name: 'Harvest sale', daily_spend_cap: 5_000_000 })
  await world.requests.verify({ operation: 'campaigns/create' }, { times: 2 })
})
