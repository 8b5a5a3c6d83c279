import t from 'tap'
import { browser, openedConsole } from './opened.ts'
import { picture } from './pictures.ts'

const campaigns = '/v5/ad_accounts/549755885262/campaigns'
const campaign = { name: 'From elsewhere', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }

t.test('what others change over the API is shown without a reload', browser, async (t) => {
  const { page, call, open, errors } = await openedConsole(t, 'data')
  await page.getByRole('link', { name: 'Spring sale' }).waitFor()
  await picture(page, 'data', 560)
  await call('POST', campaigns, [campaign])
  const link = page.getByRole('link', { name: 'From elsewhere' })
  await link.waitFor()

  await link.click()
  await page.getByRole('region', { name: 'Entity as JSON' }).waitFor()
  const [id = ''] = /\d+$/.exec(page.url()) ?? []
  await call('PATCH', campaigns, [{ id, name: 'Changed elsewhere' }])
  await page.getByRole('heading', { name: 'Changed elsewhere' }).waitFor()

  await open('data/campaigns')
  await page.getByRole('link', { name: 'Changed elsewhere' }).waitFor()
  await call('PATCH', campaigns, [{ id, status: 'PAUSED' }])
  await page.getByRole('row', { name: /Changed elsewhere .*PAUSED/ }).waitFor()
  await call('POST', '/__mock/reset')
  await page.getByRole('link', { name: 'Changed elsewhere' }).waitFor({ state: 'hidden' })

  await open('time')
  await page.getByText('The clock runs.').waitFor()
  await call('POST', '/__mock/time/freeze', { at: '2030-01-02T03:04:05Z' })
  await page.getByText('2030-01-02 03:04:05 UTC').waitFor()

  await open('overview')
  await page.getByText('2030-01-02 03:04:05 UTC').waitFor()
  await call('GET', '/w/two/v5/boards')
  await call('POST', '/__mock/time/set', { to: '2031-01-02T03:04:05Z' })
  await page.getByText('2031-01-02 03:04:05 UTC').waitFor()
  await page.getByRole('link', { name: 'two', exact: true }).waitFor()

  await open('worlds')
  await page.getByRole('row', { name: /^default/ }).waitFor()
  await call('GET', '/w/three/v5/boards')
  await page.getByRole('row', { name: /^three/ }).waitFor()
  t.same(errors, [])
})

t.test('what is read for a page is no call of a client, and seen where it is looked for', browser, async (t) => {
  const { page, call, open } = await openedConsole(t, 'data')
  await page.getByRole('link', { name: 'Spring sale' }).waitFor()
  await open('data/campaigns/new')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('link', { name: 'Why it was refused, and what would pass' }).click()
  await page.getByRole('heading', { name: /^POST campaigns\/create/ }).waitFor()
  await page.getByRole('link', { name: '← All calls' }).click()
  await page.getByText('No calls yet.').waitFor()
  t.same((await call('GET', '/__mock/requests/count')).body, { count: 0, forgotten: 0 })

  await page.getByLabel('Calls of').selectOption('console')
  await page
    .getByRole('row', { name: /campaigns\/create/ })
    .getByRole('link')
    .click()
  await page.getByRole('button', { name: 'Send it' }).click()
  await page.getByRole('link', { name: 'Show this call' }).click()
  await page.getByText(/^It was refused\./).waitFor()
  t.match((await call('GET', '/__mock/requests/count')).body, { count: 1 })
})
