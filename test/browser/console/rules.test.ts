import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { browser, isAccessible, openedConsole, violationsOf } from './opened.ts'

const account = '549755885262'
const campaigns = `/v5/ad_accounts/${account}/campaigns`
const hostile = '<img src=x onerror=document.title="owned">'

t.test(
  'a rule that is switched off lets a refused call pass, and refuses it again when taken back',
  browser,
  async (t) => {
    const { page, call, errors } = await openedConsole(t, 'rules')
    const create = async () => {
      const body = [
        { ad_account_id: account, name: 'New', objective_type: 'AWARENESS', lifetime_spend_cap: 10_000_000 },
      ]
      const { items } = (await call('POST', campaigns, body)).body as Json
      return items[0].exceptions.map(({ message }: Json) => message)
    }
    t.not((await create()).length, 0)
    const { items } = (await call('GET', '/__mock/requests?limit=1&order=DESCENDING')).body as Json
    const [rule] = items[0].rules

    await page.getByLabel('Search').fill(rule)
    await page.getByRole('link', { name: rule, exact: true }).click()
    await page.getByRole('button', { name: 'Switch it off' }).click()
    await page.getByText('no: it is switched off').waitFor()
    for (const more of items[0].rules.slice(1))
      await call('PUT', '/__mock/settings', { rules: { [rule]: { off: true }, [more]: { off: true } } })
    t.same(await create(), [])
    t.same(await violationsOf(page), [])

    await page.getByRole('button', { name: 'Take back what is its own' }).click()
    await page.getByText('It is as the server has it.').waitFor()
    t.not((await create()).length, 0)
    t.same(errors, [])
  },
)

t.test('a rule is reworded, and refuses with the new words and code', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'rules/request.path')
  await page.getByRole('textbox', { name: 'Message' }).fill(hostile)
  await page.getByLabel('Code').fill('77')
  await page.getByRole('button', { name: 'Reword it' }).click()
  await page.getByText('Reworded request.path.').waitFor()
  await page.locator('strong', { hasText: hostile }).waitFor()
  const { body } = await call('GET', '/v5/nothing')
  t.match(body, { code: 77 })
  t.ok((body as Json).message.startsWith(hostile))
  t.not(await page.evaluate('document.title'), 'owned')
})

t.test(
  'rules are found by operation, evidence and whether they are in force, with an address for each search',
  browser,
  async (t) => {
    const { page, call, open } = await openedConsole(t)
    await call('PUT', '/__mock/settings', { rules: { 'campaign.budget.one-cap': { off: true } } })
    await open('rules')
    const all = ((await call('GET', '/__mock/rules?operation=ads/create&evidence=documented')).body as Json).items
    await page.getByLabel('Operation').fill('ads/create')
    await page.getByLabel('Evidence').selectOption('documented')
    await page.getByText(new RegExp(`^${all.length} rules of`)).waitFor()
    t.match(page.url(), /operation=ads%2Fcreate.*evidence=documented/)
    await page.getByLabel('Operation').fill('')
    await page.getByLabel('Evidence').selectOption('')
    await page.getByLabel('In force').selectOption('no')
    await page.getByText(/^1 rule of/).waitFor()
    await page.getByRole('link', { name: 'campaign.budget.one-cap' }).waitFor()
    await isAccessible(t, page)
  },
)

t.test('what cannot be switched off says why', browser, async (t) => {
  const { page } = await openedConsole(t, 'rules/request.path')
  await page.getByRole('button', { name: 'Switch it off' }).click()
  const message = page.locator('.notifications .error')
  await message.waitFor()
  t.match(await message.innerText(), 'request.path')
})
