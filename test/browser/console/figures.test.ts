import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { browser, fitsScreens, isAccessible, openedConsole, violationsOf } from './opened.ts'

const account = '549755885262'
const hostile = '<img src=x onerror=document.title="owned">'

for (const [by, parameter, metric, column] of [
  ['campaigns', 'campaign_ids', 'spend', 'SPEND_IN_MICRO_DOLLAR'],
  ['ad_groups', 'ad_group_ids', 'impressions', 'PAID_IMPRESSION'],
] as const) {
  t.test(`the plot of ${metric} by ${by} has a table that agrees with what the API answers`, browser, async (t) => {
    const { page, call, open, errors } = await openedConsole(t)
    const yesterday = 86_400_000
    const [end, start] = [1, 14].map((days) => new Date(Date.now() - days * yesterday).toISOString().slice(0, 10))
    const path = `/v5/ad_accounts/${account}/${by}`
    const { items } = (await call('GET', `${path}?page_size=250`)).body as Json
    await call('PATCH', path, [{ id: items[0].id, ad_account_id: account, name: hostile }])
    const ids = items.map(({ id }: Json) => id).join(',')
    const asked = `start_date=${start}&end_date=${end}&granularity=DAY&columns=${column}&${parameter}=${ids}`
    const rows = (await call('GET', `${path}/analytics?${asked}`)).body as Json
    const sum = rows.reduce((total: number, row: Json) => total + (row[column] ?? 0), 0)
    t.ok(sum > 0)
    const text = (amount: number): string =>
      metric === 'spend'
        ? (amount / 1_000_000).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
        : amount.toLocaleString('en')

    await open(`figures?account=${account}&metric=${metric}&by=${by}&start=${start}&end=${end}`)
    const table = page.getByRole('table', { name: / per day by / })
    await table.waitFor()
    t.equal(
      await table
        .locator('tfoot td')
        .nth((await table.locator('tfoot td').count()) - 1)
        .innerText(),
      text(sum),
    )
    t.equal(await table.locator('tbody tr').count(), 14)
    for (const row of rows.slice(0, 3)) {
      const cells = await table.locator('tbody tr', { hasText: row.DATE }).locator('td').allInnerTexts()
      t.ok(cells.includes(text(row[column])), `${row.DATE}: ${cells}`)
    }
    t.equal(await page.locator('.plot canvas').count(), 1)
    t.not(await page.evaluate('document.title'), 'owned')
    await isAccessible(t, page)
    await fitsScreens(t, page)
    t.same(errors, [])
  })
}

t.test('what is chosen stands in the address, and days without delivery say so', browser, async (t) => {
  const { page, errors } = await openedConsole(t, 'figures')
  await page.getByRole('table', { name: /^Spend in USD per day by campaign/ }).waitFor()
  await page.getByLabel('Metric').selectOption('clicks')
  await page.getByRole('combobox', { name: /^By/ }).selectOption('ad_groups')
  await page.getByRole('table', { name: 'Clicks per day by ad group' }).waitFor()
  t.match(page.url(), /metric=clicks&by=ad_groups/)
  await page.getByRole('button', { name: 'Sum' }).click()
  await page.getByRole('button', { name: 'Sum ↑' }).click()
  const sums = await page.locator('.figures tbody td:last-child').allInnerTexts()
  const amounts = sums.map((text) => Number(text.replaceAll(',', '')))
  t.same(
    amounts,
    [...amounts].sort((one, other) => other - one),
  )
  await page.getByLabel('Ad account').selectOption('549755885345')
  await page.getByText('Nothing was delivered').waitFor()
  t.same(await violationsOf(page), [])
  t.same(errors, [])
})

t.test('what the API refuses is said', browser, async (t) => {
  const { page } = await openedConsole(t, `figures?account=${account}&start=2020-01-01&end=2020-01-02`)
  await page.getByRole('alert').waitFor()
  t.match(await page.getByRole('alert').innerText(), /90|days/)
})
