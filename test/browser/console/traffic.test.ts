import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { browser, isAccessible, openedConsole, violationsOf } from './opened.ts'
import { picture } from './pictures.ts'

const account = '549755885262'
const path = `/v5/ad_accounts/${account}/campaigns`
const refused = {
  name: 'Both caps',
  objective_type: 'AWARENESS',
  daily_spend_cap: 5_000_000,
  lifetime_spend_cap: 9_000_000,
}

t.test(
  'a person finds the refused call of a client, reads why, fixes it there and sees it pass',
  browser,
  async (t) => {
    const { page, call, errors } = await openedConsole(t)
    await call('GET', '/v5/ad_accounts')
    await call('POST', path, [refused])
    await page.getByRole('row', { name: /POST campaigns\/create refused 200/ }).waitFor()
    await picture(page, 'overview', 640)
    await page.getByRole('link', { name: 'Refused ones' }).click()
    const row = page.getByRole('row', { name: /POST campaigns\/create/ })
    await row.waitFor()
    t.equal(await page.getByRole('row', { name: /ad_accounts\/list/ }).count(), 0)
    t.match(page.url(), /refused=true/)
    await page.getByLabel('Status').fill('4xx')
    await page.getByLabel('Status').press('Enter')
    await page.getByText('No call meets the filters.').waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.getByRole('row', { name: /ad_accounts\/list/ }).waitFor()
    await picture(page, 'traffic', 420)
    await row.getByRole('link').click()
    await page.getByRole('heading', { name: 'POST campaigns/create: 200, refused' }).waitFor()

    const why = page.getByRole('region', { name: 'Why' })
    await why.getByRole('article').first().waitFor()
    t.match(await why.innerText(), /campaign\.[a-z-]+/)
    t.match(await why.innerText(), /Evidence/)
    t.match(await why.getByRole('link').first().getAttribute('href'), /^#\/rules\/campaign/)
    await isAccessible(t, page)
    await picture(page, 'refused-dark', 800)
    await page.emulateMedia({ colorScheme: 'light' })
    await picture(page, 'refused', 800)

    await page.getByRole('button', { name: 'Fill in what passes' }).click()
    await page.getByRole('button', { name: 'Send it' }).click()
    await page.getByText('It passes: 200.').waitFor()
    await page.getByRole('region', { name: 'New response' }).waitFor()
    t.same(await violationsOf(page), [])
    await page.evaluate("document.getElementById('fix').scrollIntoView({ behavior: 'instant' })")
    await picture(page, 'fixed', 760)
    const { body } = await call('GET', `${path}?page_size=250`)
    t.ok((body as Json).items.some(({ name }: Json) => name === 'Both caps'))

    await page.getByRole('link', { name: 'Show this call' }).click()
    await page.getByText('It passed.').waitFor()
    t.same(errors, [])
  },
)

t.test('filters stand in the address, and are kept behind a call', browser, async (t) => {
  const { page, call, open } = await openedConsole(t, 'traffic')
  await call('GET', '/v5/ad_accounts')
  await call('GET', '/v5/boards')
  await call('POST', path, [{ ...refused, name: 'Autumn' }])
  await open(`traffic?operation=boards/list`)
  await page.getByRole('row', { name: /boards\/list/ }).waitFor()
  t.equal(await page.getByRole('row').count(), 2)
  t.equal(await page.getByLabel('Operation').inputValue(), 'boards/list')
  await page
    .getByRole('row', { name: /boards\/list/ })
    .getByRole('link')
    .click()
  await page.getByRole('link', { name: '← All calls' }).click()
  t.match(page.url(), /operation=boards/)
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.getByLabel('Text of the body').fill('Autumn')
  await page.getByLabel('Text of the body').press('Enter')
  await page.getByRole('row', { name: /campaigns\/create/ }).waitFor()
  t.equal(await page.getByRole('row').count(), 2)
  t.match(page.url(), /body_contains=Autumn/)
  t.same(await violationsOf(page), [])
})

t.test('a filter that no call can meet is refused in the words of the server', browser, async (t) => {
  const { page } = await openedConsole(t, 'traffic?operation=campains/list')
  await page.getByRole('alert').getByText('campaigns/list').waitFor()
})

t.test('a paused list stands still, and says how many calls are new', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'traffic')
  await call('GET', '/v5/boards')
  await page.getByRole('row', { name: /boards\/list/ }).waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  await call('GET', '/v5/ad_accounts')
  await page.getByRole('button', { name: 'Show 1 new call' }).waitFor()
  t.equal(await page.getByRole('row', { name: /ad_accounts\/list/ }).count(), 0)
  await page.getByRole('button', { name: 'Show 1 new call' }).click()
  await page.getByRole('row', { name: /ad_accounts\/list/ }).waitFor()
})
