import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startMock } from 'pinterest-ads-mock'
import { Campaigns } from '../client.js'

const mock = await startMock({ seed: 'small', listen: false })
after(() => mock.close())

test('a campaign that is created is in the list', async () => {
  const campaigns = new Campaigns(await mock.fork())
  await campaigns.create({ name: 'Harvest sale', daily_spend_cap: 5_000_000 })
  assert.ok((await campaigns.names()).includes('Harvest sale'))
})

test('a campaign without a budget is refused with the reason', async () => {
  const campaigns = new Campaigns(await mock.fork())
  await assert.rejects(campaigns.create({ name: 'Harvest sale' }), /budget/)
  assert.ok(!(await campaigns.names()).includes('Harvest sale'))
})
