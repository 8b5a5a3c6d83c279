import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { browser, openedConsole, violationsOf } from './opened.ts'

const account = '549755885262'

t.test('time that is advanced by words changes what the API answers', browser, async (t) => {
  const { page, call, errors } = await openedConsole(t, 'time')
  const summary = async (): Promise<string> => {
    const { body } = await call('GET', `/v5/ad_accounts/${account}/campaigns`)
    return (body as Json).items.find(({ name }: Json) => name === 'Next season').summary_status
  }
  t.equal(await summary(), 'NOT_STARTED')
  await page.getByRole('link', { name: 'Next season starts' }).waitFor()
  await page.getByLabel('By').fill('2w1d')
  await page.getByText(/^2 of \d+ known changes come until/).waitFor()
  await page.getByRole('button', { name: 'Preview 2w1d on a copy of the world' }).click()
  const preview = page.getByRole('region', { name: 'Differences' })
  await preview.getByRole('row', { name: /Next season.*summary_status NOT_STARTED RUNNING/ }).waitFor()
  t.equal(await summary(), 'NOT_STARTED', 'the world itself stays')
  t.equal(((await call('GET', '/__mock/worlds')).body as Json).items.length, 1)
  t.same(await violationsOf(page), [])
  await page.getByRole('button', { name: 'Advance' }).click()
  await page.getByText('The clock was advanced by 2w1d.').waitFor()
  await page.getByRole('link', { name: 'Next season starts' }).waitFor({ state: 'hidden' })
  t.equal(await summary(), 'RUNNING')
  await page.getByLabel('By').fill('7 parsecs')
  await page.getByRole('button', { name: 'Advance' }).click()
  await page.getByText(/by: "7 parsecs" is not a duration/).waitFor()
  t.equal(errors.length, 1, 'only the refusal')
})

t.test('the slider goes from a minute to eight weeks', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'time')
  const before = await call('POST', '/__mock/time/freeze')
  const slider = page.getByRole('slider')
  await slider.press('End')
  t.equal(await page.getByLabel('By').inputValue(), '8w')
  await slider.press('Home')
  t.equal(await page.getByLabel('By').inputValue(), '1m')
  await page.getByRole('button', { name: 'Advance' }).click()
  await page.getByText('The clock was advanced by 1m.').waitFor()
  const after = await call('GET', '/__mock/time')
  t.equal((after.body as Json).now - (before.body as Json).now, 60)
})

t.test('the clock is frozen, set and let run', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'time')
  await page.getByText('The clock runs.').waitFor()
  await page.getByRole('button', { name: 'Freeze', exact: true }).click()
  await page.getByText('The clock is frozen.').first().waitFor()
  await page.getByLabel('Date and time in UTC').fill('2030-01-02T03:04:05')
  await page.getByRole('button', { name: 'Set' }).click()
  await page.getByText('2030-01-02 03:04:05 UTC').waitFor()
  t.match((await call('GET', '/__mock/time')).body, { iso: '2030-01-02T03:04:05.000Z', frozen: true })
  t.same(await violationsOf(page), [])
  await page.getByRole('button', { name: 'Unfreeze' }).click()
  await page.getByText('The clock runs.').waitFor()
  t.match((await call('GET', '/__mock/time')).body, { frozen: false })
})

t.test('reviews that a transition moves are listed at its time', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'time')
  await call('PUT', '/__mock/settings', { transitions: { ads: { after: '3h' } } })
  const ad = { ad_group_id: '2680000000071', creative_type: 'REGULAR', pin_id: '1055601600128614527', name: 'Slow' }
  await call('POST', `/v5/ad_accounts/${account}/ads`, [ad])
  await page.getByRole('button', { name: 'Refresh' }).click()
  const row = page.getByRole('row', { name: /Slow is APPROVED by its review/ })
  await row.waitFor()
  t.match(await row.innerText(), /(2h 59m|3h)/)
  await page.getByText('Transitions of this world: ads: {"after":10800}.').waitFor()
})
