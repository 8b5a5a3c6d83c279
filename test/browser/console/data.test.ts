import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { browser, openedConsole, violationsOf } from './opened.ts'

const account = '549755885262'

t.test('the tree leads from the ad account to an ad', browser, async (t) => {
  const { page, errors } = await openedConsole(t, 'data')
  const tree = page.getByRole('table', { name: 'Tree of ads' })
  await tree.getByRole('button', { name: 'Brand awareness: what stands below' }).click()
  await tree.getByRole('button', { name: 'Brand, US: what stands below' }).click()
  const line = tree.getByRole('row', { name: /A walk in spring/ })
  await line.waitFor()
  t.match(await line.innerText(), /APPROVED/)
  t.match(
    await tree.getByRole('row', { name: /Brand awareness/ }).innerText(),
    /ACTIVE[\s\S]*RUNNING[\s\S]*25\.00 daily/,
  )
  t.same(await violationsOf(page), [])
  await line.getByRole('link', { name: 'A walk in spring' }).click()
  await page.getByRole('heading', { name: 'A walk in spring' }).waitFor()
  t.same(errors, [])
})

t.test('a campaign is created by the form after a refusal, and is in the tree and the API', browser, async (t) => {
  const { page, open, call, errors } = await openedConsole(t, 'data/campaigns/new')
  await page.getByLabel('name').first().fill('From the console')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText("400, code 1: Invalid request: [{'name': 'From the console'}]").waitFor()
  t.equal(await page.getByLabel('objective_type').getAttribute('aria-invalid'), 'true')
  const why = page.getByRole('link', { name: 'Why it was refused, and what would pass' })
  const [, id] = /#\/traffic\/(\d+)/.exec((await why.getAttribute('href')) ?? '') ?? []
  const { body: refused } = await call('GET', `/__mock/requests/${id}`)
  t.equal((refused as Json).status, 400)
  t.same(await violationsOf(page), [])

  await page.getByLabel('objective_type').selectOption('AWARENESS')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText(/200, code 2384: CBO/).waitFor()
  await page.getByLabel('daily_spend_cap').fill('25000000')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('200: done.').waitFor()
  const { body } = await call('GET', `/v5/ad_accounts/${account}/campaigns`)
  const made = (body as Json).items.find(({ name }: Json) => name === 'From the console')
  t.equal(made.daily_spend_cap, 25_000_000)
  await page.getByRole('link', { name: `Open ${made.id}` }).waitFor()
  await open('data')
  await page.getByRole('link', { name: 'From the console' }).waitFor()
  t.equal(errors.length, 1, 'only the refusal')
})

t.test('a change is tried on a copy of the world, and then made', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'data/campaigns/626700000102?view=Change')
  const nameNow = async (): Promise<string> => {
    const { body } = await call('GET', `/v5/ad_accounts/${account}/campaigns/626700000102`)
    return (body as Json).name
  }
  await page.getByLabel('objective_type').selectOption('SALES')
  await page.getByRole('button', { name: 'Try on a copy of the world' }).click()
  await page
    .getByText(/objective_type can be changed only while status is DRAFT. Sent: "SALES"/)
    .first()
    .waitFor()
  await page.getByText('campaign.locked.objective_type').waitFor()
  await page.getByLabel('objective_type').selectOption('')
  await page.getByLabel('name').first().fill('Renamed')
  await page.getByRole('button', { name: 'Try on a copy of the world' }).click()
  await page.getByText('this would pass. Nothing was changed.').waitFor()
  t.equal(await nameNow(), 'Brand awareness')
  const { body: worlds } = await call('GET', '/__mock/worlds')
  t.same(
    (worlds as Json).items.map(({ name }: Json) => name),
    ['default'],
  )
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: 'Renamed' }).waitFor()
  t.equal(await nameNow(), 'Renamed')
  await page.getByRole('tab', { name: 'Calls' }).click()
  await page.getByRole('row', { name: /campaigns\/update/ }).waitFor()
})

t.test('the page of an ad group says what the rules lock now, and why', browser, async (t) => {
  const { page } = await openedConsole(t, 'data/ad_groups/2680000000071?view=Rules')
  const locked = page.getByRole('region', { name: 'Locked now' })
  await locked.getByRole('row', { name: /ad_group.locked.budget_type/ }).waitFor()
  t.match(await locked.getByRole('row', { name: /ad_group.locked.budget_type/ }).innerText(), /status is ACTIVE/)
  await locked.getByRole('row', { name: /ad_group.budget.cbo-none/ }).waitFor()
  t.same(await violationsOf(page), [])
  await page.getByRole('tab', { name: 'Links' }).click()
  await page.getByRole('link', { name: 'Brand awareness' }).waitFor()
  await page.getByRole('link', { name: 'Meadow', exact: true }).waitFor()
})

t.test('the review of an ad is changed by a direct edit', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'data/ads/687100000075?view=Direct%20edit')
  await page.getByLabel('review').first().selectOption('REJECTED')
  await page.getByLabel('rejected_reasons').fill('["LANDING_PAGE"]')
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByText('Done. This is what it is now:').waitFor()
  const { body } = await call('GET', `/v5/ad_accounts/${account}/ads/687100000075`)
  t.match(body, { review_status: 'REJECTED', rejected_reasons: ['LANDING_PAGE'] })
  await page.getByLabel('rejected_reasons').fill('no JSON')
  await page.getByText('rejected_reasons takes JSON, and this is none.').waitFor()
  t.same(await violationsOf(page), [])
})

t.test('under strict authentication each world, and a copy of it, is called with its own token', browser, async (t) => {
  const { page, call, open, errors } = await openedConsole(t, 'overview', { auth: 'strict' })
  await call('POST', '/__mock/worlds', { name: 'one', from: { seed: 'small' } })
  const { token } = (await call('GET', '/__mock/worlds/one')).body as Json
  await open('overview?world=one')
  await page.getByText(token).first().waitFor()
  await open('data/campaigns/626700000102?view=Change&world=one')
  await page.getByLabel('name').first().fill('Renamed')
  await page.getByRole('button', { name: 'Try on a copy of the world' }).click()
  await page.getByText('this would pass. Nothing was changed.').waitFor()
  t.same(errors, [])
})
