import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import type { Locator } from '../chromium.ts'
import { browser, openedConsole, violationsOf } from './opened.ts'

const account = '549755885262'

/** Returns the first cell of each row in sight. */
const namesIn = async (table: Locator): Promise<readonly string[]> =>
  (await table.locator('[role=rowgroup] [role=row]').allInnerTexts()).map((text) => text.split('\n')[0] ?? '')

t.test(
  'a table is sorted by its headings and filtered by text and status, and its address says so',
  browser,
  async (t) => {
    const { page, errors } = await openedConsole(t, 'data/campaigns')
    const table = page.getByRole('table', { name: 'Campaigns' })
    await table.getByRole('link', { name: 'Archived' }).waitFor()
    await table.getByRole('button', { name: 'daily spend cap' }).click()
    await table.getByRole('columnheader', { name: 'daily spend cap ↑' }).waitFor()
    await table.getByRole('button', { name: 'daily spend cap' }).click()
    await table.getByRole('columnheader', { name: 'daily spend cap ↓' }).waitFor()
    t.same((await namesIn(table)).slice(0, 3), ['Catalog', 'Next season', 'Brand awareness'])
    await page.getByLabel('Status').selectOption('PAUSED')
    await page.getByText('1 of 9 read').waitFor()
    t.same(await namesIn(table), ['Paused video'])
    await page.getByLabel('Status').selectOption('')
    await page.getByLabel('Contains').fill('web_conv')
    await page.getByText('1 of 9 read').waitFor()
    t.same(await namesIn(table), ['Next season'])
    t.match(page.url(), /#\/data\/campaigns\?sort=daily_spend_cap&order=descending&q=web_conv$/)
    await page.getByLabel('Contains').fill('none of them')
    await page.getByText('None of those that were read matches the filters.').waitFor()
    t.same(await violationsOf(page), [])
    t.same(errors, [])
  },
)

t.test('ten thousand ads are read page by page, sorted and scrolled with few rows on the page', browser, async (t) => {
  const { page } = await openedConsole(t, 'data/ads', { seed: 'large' })
  await page.getByText('250 of 250 read; there are more').waitFor()
  await page.getByRole('button', { name: 'Read all' }).click()
  await page.getByText('10000 of 10000 read, by').waitFor()
  const table = page.getByRole('table', { name: 'Ads' })
  await table.getByRole('button', { name: 'Name' }).click()
  await table.getByRole('columnheader', { name: 'Name ↑' }).waitFor()
  await page.evaluate(
    `(() => { const table = document.querySelector('[role=table]'); table.scrollTop = table.scrollHeight })()`,
  )
  await table.getByRole('link', { name: 'Ad 999.4.1' }).waitFor()
  t.ok((await table.locator('[role=rowgroup] [role=row]').count()) < 100)
  await page
    .getByRole('navigation', { name: 'Kinds of entities' })
    .getByRole('link', { name: /Ads\s+10000/ })
    .waitFor()
})

t.test('a kind without a list in the API is shown from the export of the world', browser, async (t) => {
  const { page, errors } = await openedConsole(t, 'data/user_follows')
  await page.getByText('2 of 2 read, from the export of the world.').waitFor()
  await page.getByRole('link', { name: '5704100000113' }).click()
  await page.getByText('From the export of the world').waitFor()
  t.same(errors, [])
})

for (const { kind, operation, fill, path } of [
  {
    kind: 'boards',
    operation: 'boards/create',
    fill: { name: 'Made in the console' },
    path: '/v5/boards',
  },
  {
    kind: 'labels',
    operation: 'labels/create',
    fill: { labels: '[{"label_type": "CUSTOM", "value": "Made in the console"}]' },
    path: `/v5/ad_accounts/${account}/labels`,
  },
  {
    kind: 'pins',
    operation: 'pins/create',
    fill: {
      title: 'Made in the console',
      board_id: '1055601668848091246',
      media_source: '{"source_type": "image_url", "url": "https://example.com/a.jpg"}',
    },
    path: '/v5/pins',
  },
  {
    kind: 'ad_groups',
    operation: 'ad_groups/create',
    fill: {
      campaign_id: '626700000102',
      billable_event: 'IMPRESSION',
      name: 'Made in the console',
      bid_in_micro_currency: '5000000',
      targeting_spec: '{"LOCATION": ["US"]}',
    },
    path: `/v5/ad_accounts/${account}/ad_groups`,
  },
  {
    kind: 'ads',
    operation: 'ads/create',
    fill: {
      ad_group_id: '2680000000071',
      creative_type: 'REGULAR',
      pin_id: '1055601600128614527',
      name: 'Made in the console',
    },
    path: `/v5/ad_accounts/${account}/ads`,
  },
]) {
  t.test(`${operation} is called by its form`, browser, async (t) => {
    const { page, call } = await openedConsole(t, `data/${kind}/new`)
    const body = page.getByRole('group', { name: 'Body' })
    for (const [name, value] of Object.entries(fill)) {
      const field = body.getByLabel(new RegExp(`^${name}\\b`)).first()
      if (value === value.toUpperCase()) await field.selectOption(value).catch(() => field.fill(value))
      else await field.fill(value)
    }
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('200: done.').waitFor()
    const { body: list } = await call('GET', path)
    t.match(JSON.stringify((list as Json).items), /Made in the console/)
  })
}

t.test('what the API does not create is created by test control', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'data/order_lines/new')
  await page.getByLabel('ad_account_id').fill(account)
  await page.getByLabel('name').fill('Insertion order 8')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByText('Done. This is what it is now:').waitFor()
  const { body } = await call('GET', `/v5/ad_accounts/${account}/order_lines`)
  t.match(JSON.stringify(body), /Insertion order 8/)
})

t.test('a hostile name is text in the tree, in a table and on its page', browser, async (t) => {
  const name = '<img src=x onerror="document.title=1"><script>document.title=1</script>'
  const { page, open, call, errors } = await openedConsole(t, 'data')
  const made = { name, objective_type: 'AWARENESS', daily_spend_cap: 25_000_000 }
  const { body } = await call('POST', `/v5/ad_accounts/${account}/campaigns`, [made])
  const { id } = (body as Json).items[0].data
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByText(name).first().waitFor()
  for (const path of ['data/campaigns', `data/campaigns/${id}`, `data/campaigns/${id}?view=Links`]) {
    await open(path)
    await page.getByText(name).first().waitFor()
  }
  t.equal(await page.locator('main img, main script').count(), 0)
  t.same(errors, [])
})

for (const path of ['data/campaigns', 'data/campaigns/new', 'data/ad_groups/2680000000071?view=Rules']) {
  t.test(`${path} fits a phone, and axe finds nothing in the dark`, browser, async (t) => {
    const { page } = await openedConsole(t, path)
    await page.setViewportSize({ width: 360, height: 800 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page
      .getByText(/objective_type|ad_group.locked.budget_type|9 of 9 read/)
      .first()
      .waitFor()
    t.equal(await page.evaluate('document.documentElement.scrollWidth'), 360)
    t.same(await violationsOf(page), [])
  })
}

t.test('an id that nothing has is said to be unknown', browser, async (t) => {
  const { page } = await openedConsole(t, 'data/campaigns/1')
  await page.getByText('This world has no such entity.').waitFor()
  t.pass()
})

t.test(
  'the token of test control is asked for, and what was refused without it is read with it',
  browser,
  async (t) => {
    const { page } = await openedConsole(t, 'data', { controlToken: 's3cret' })
    await page.getByRole('textbox', { name: 'Token' }).fill('s3cret')
    await page.getByRole('button', { name: 'Use the token' }).click()
    await page.getByRole('link', { name: 'Brand awareness' }).waitFor()
    await page.getByRole('link', { name: /Campaigns\s+10/ }).waitFor()
    t.pass()
  },
)
