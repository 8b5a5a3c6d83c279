import t from 'tap'
import { connectMock } from '#server/index.ts'
import { browser, isAccessible, openedConsole } from './opened.ts'
import { picture } from './pictures.ts'

const campaign = { name: 'Spring sale', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }
const match = { operation: 'campaigns/create', body_path: '[*].name', body_equals: 'Spring Sale' } as const

t.test('the address in a failing verification opens on its near misses, also after a reset', browser, async (t) => {
  const { page, about } = await openedConsole(t, 'coverage')
  const world = connectMock(about.base_url).world('checkout')
  await world.fetch('/ad_accounts/549755885262/campaigns', {
    method: 'POST',
    headers: { authorization: 'Bearer any-text', 'content-type': 'application/json' },
    body: JSON.stringify([campaign]),
  })
  const { message } = await world.requests.verify(match).then(
    () => ({ message: '' }),
    (error: Error) => error,
  )
  const address = /In the console: (\S+)$/.exec(message)?.[1] ?? ''
  await page.goto(address)
  const near = page.getByRole('region', { name: 'What a test expected, and what came near' })
  await near.getByText(/^Expected was at least 1 request that match .*Found were 0\.$/).waitFor()
  await near.getByRole('row', { name: 'body_equals Spring Sale Spring sale' }).waitFor()
  await page.getByRole('row', { name: /POST campaigns\/create/ }).waitFor()
  await isAccessible(t, page)
  await page.emulateMedia({ colorScheme: 'light' })
  await picture(page, 'near-misses', 520)

  await world.reset()
  await page.goto('about:blank')
  await page.goto(address)
  await near.getByText('What it differed in is not known any more').waitFor()
  await near.getByRole('link', { name: 'POST campaigns/create' }).click()
  await page.getByText('It passed.').waitFor()
  await page.getByRole('link', { name: '← All calls' }).click()
  await near.waitFor({ state: 'hidden' })
  t.notMatch(page.url(), 'near=')
})
