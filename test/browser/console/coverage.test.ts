import t from 'tap'
import { browser, isAccessible, openedConsole } from './opened.ts'

t.test(
  'what clients called is told from what they never called, and leads to their calls and to the documents',
  browser,
  async (t) => {
    const { page, about, call, errors } = await openedConsole(t, 'coverage')
    const { built, documented } = about.operations
    await page.getByText(`${built} of ${documented} documented operations are built`).waitFor()
    await page.getByText(`${built} of ${built} operations`).waitFor()
    await call('GET', '/v5/ad_accounts')
    await page.getByRole('button', { name: 'Load again' }).click()
    await page.getByLabel('Called by clients').selectOption('yes')
    await page.getByText(`1 of ${built} operations`).waitFor()
    t.equal(
      await page.getByRole('link', { name: '1', exact: true }).getAttribute('href'),
      '#/traffic?operation=ad_accounts%2Flist',
    )
    const { origin } = new URL(about.base_url)
    t.equal(
      await page.getByRole('link', { name: 'ad_accounts/list', exact: true }).getAttribute('href'),
      `${origin}/docs#/ad_accounts/ad_accounts/list`,
    )
    t.same(errors, [])
  },
)

t.test('operations are found by words of their path', browser, async (t) => {
  const { page } = await openedConsole(t, 'coverage')
  await page.getByLabel('Search').fill('post /ad_accounts/{ad_account_id}/campaigns')
  await page.getByRole('link', { name: 'campaigns/create', exact: true }).waitFor()
  await isAccessible(t, page)
})
