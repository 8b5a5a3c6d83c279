import { startMock } from 'pinterest-ads-mock'
import { Campaigns } from '../client.js'

let mock
beforeAll(async () => {
  mock = await startMock({ seed: 'small' })
})
afterAll(() => mock.close())

test('a campaign that is created is in the list', async () => {
  const campaigns = new Campaigns(await mock.fork())
  await campaigns.create({ name: 'Harvest sale', daily_spend_cap: 5_000_000 })
  expect(await campaigns.names()).toContain('Harvest sale')
})

test('a campaign without a budget is refused with the reason', async () => {
  const campaigns = new Campaigns(await mock.fork())
  await expect(campaigns.create({ name: 'Harvest sale' })).rejects.toThrow(/budget/)
  expect(await campaigns.names()).not.toContain('Harvest sale')
})
