import { startMock } from 'pinterest-ads-mock'
import { afterAll, test as base, expect } from 'vitest'
import { Campaigns } from '../client.js'

const mock = await startMock({ seed: 'small' })
afterAll(() => mock.close())

/** Each test that asks for `world` has one of its own. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs
  world: async ({}, use) => use(await mock.fork()),
})

test('a campaign that is created is in the list', async ({ world }) => {
  const campaigns = new Campaigns(world)
  await campaigns.create({ name: 'Harvest sale', daily_spend_cap: 5_000_000 })
  expect(await campaigns.names()).toContain('Harvest sale')
})

test('a campaign without a budget is refused with the reason', async ({ world }) => {
  const campaigns = new Campaigns(world)
  await expect(campaigns.create({ name: 'Harvest sale' })).rejects.toThrow(/budget/)
  expect(await campaigns.names()).not.toContain('Harvest sale')
})
