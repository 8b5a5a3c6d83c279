import { test as base, expect } from '@playwright/test'
import { startMock } from 'pinterest-ads-mock'

/** A mock for each worker, a world for each test; `request` asks that world. No browser is started. */
const test = base.extend({
  mock: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const mock = await startMock({ seed: 'small' })
      await use(mock)
      await mock.close()
    },
    { scope: 'worker' },
  ],
  world: async ({ mock }, use, { testId }) => use(mock.world(testId)),
  baseURL: async ({ world }, use) => use(`${world.baseUrl}/ad_accounts/549755885262/`),
  extraHTTPHeaders: async ({ world }, use) => use({ authorization: `Bearer ${world.token}` }),
})

const namesOf = async (answer) => (await answer.json()).items.map(({ name }) => name)

test('a campaign that is created is in the list', async ({ request, world }) => {
  const data = [{ name: 'Harvest sale', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }]
  await expect(await request.post('campaigns', { data })).toBeOK()
  expect(await namesOf(await request.get('campaigns?page_size=250'))).toContain('Harvest sale')
  await world.requests.verify({ operation: 'campaigns/create' }, { times: 1 })
})

test('a campaign without a budget is refused with the reason', async ({ request }) => {
  const answer = await request.post('campaigns', { data: [{ name: 'Harvest sale', objective_type: 'AWARENESS' }] })
  const [{ exceptions }] = (await answer.json()).items
  expect(exceptions[0].message).toMatch(/budget/)
  expect(await namesOf(await request.get('campaigns?page_size=250'))).not.toContain('Harvest sale')
})
