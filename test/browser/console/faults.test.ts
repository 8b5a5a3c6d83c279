import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { browser, isAccessible, openedConsole, violationsOf } from './opened.ts'

t.test('a failure of production is put in force by a click, and counts what it affects', browser, async (t) => {
  const { page, about, errors } = await openedConsole(t, 'faults')
  const status = async (): Promise<number> =>
    (await fetch(`${about.base_url}/boards`, { headers: { authorization: 'Bearer any-text' } })).status
  await page.getByText('nothing behind the load balancer').waitFor()
  await page.getByRole('button', { name: 'Put in force: deploy' }).click()
  const row = page.getByRole('row', { name: /deploy/ })
  await row.getByText('Answers 502').waitFor()
  t.equal(await status(), 502)
  await row.getByRole('cell', { name: '1', exact: true }).first().waitFor()
  await isAccessible(t, page)
  await page.setViewportSize({ width: 360, height: 800 })
  t.equal(await page.evaluate('document.documentElement.scrollWidth'), 360)

  await page.getByRole('button', { name: 'Remove the fault deploy' }).click()
  await page.getByText('No faults').waitFor()
  t.equal(await status(), 200)
  t.same(errors, [])
})

t.test('a fault is added by a form, and refused in the words of the server', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'faults')
  const form = page.getByRole('region', { name: 'Add a fault' })
  await form.getByLabel('Operation').fill('campains/list')
  await form.getByRole('button', { name: 'Add the fault' }).click()
  await form.getByRole('alert').getByText('campaigns/list').waitFor()
  t.same(await violationsOf(page), [])

  await form.getByLabel('Operation').fill('boards/list')
  await form.getByLabel('Which of the calls').selectOption('nth')
  await form.getByLabel('n', { exact: true }).fill('2')
  await form.getByLabel('Effect').selectOption('status')
  await form.getByRole('textbox', { name: 'Status' }).fill('418')
  await form.getByLabel('Body (JSON or text)').fill('{"tea":true}')
  await form.getByRole('button', { name: 'Add the fault' }).click()
  await page
    .getByRole('row', { name: /fault-1/ })
    .getByText('number 2 of them')
    .waitFor()
  t.equal((await call('GET', '/v5/boards')).status, 200)
  t.same(await call('GET', '/v5/boards'), { status: 418, body: { tea: true } })
})

t.test('faults and stubs that come from elsewhere are shown, and removed all at once', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'faults')
  await page.getByText('No stubs').waitFor()
  await call('POST', '/__mock/stubs', { match: { path: '/one' }, response: { body: 'first' } })
  await page.getByText('stub-1').waitFor()
  await call('POST', '/__mock/faults', { effect: 'latency=1' })
  await page.getByText('fault-1').waitFor()
  await page.getByRole('button', { name: 'Remove all' }).click()
  await page.getByText('It ends 1 fault and 1 stub of the world default').waitFor()
  t.same(await violationsOf(page), [])
  await page.getByRole('button', { name: 'Keep them' }).click()
  t.equal(((await call('GET', '/__mock/faults')).body as Json).items.length, 1)
  await page.getByRole('button', { name: 'Remove all' }).click()
  await page.getByRole('button', { name: 'Remove them' }).click()
  await page.getByText('No faults').waitFor()
  await page.getByText('No stubs').waitFor()
  t.same(((await call('GET', '/__mock/stubs')).body as Json).items, [])
})

t.test('a hostile match and message are shown as text', browser, async (t) => {
  const { page, call, errors } = await openedConsole(t, 'faults')
  const hostile = '<img src=x onerror=document.title=1>'
  const match = { body_contains: hostile }
  await call('POST', '/__mock/faults', { match, effect: { type: 'server_error', message: hostile } })
  await page
    .getByRole('row', { name: /fault-1/ })
    .getByText(hostile)
    .first()
    .waitFor()
  t.equal(await page.locator('img').count(), 0)
  t.same(errors, [])
})
