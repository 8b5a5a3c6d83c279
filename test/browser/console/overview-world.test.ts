import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { browser, openedConsole, violationsOf } from './opened.ts'

const hostile = '/v5/<img src=x onerror=document.title="owned">'

t.test('the overview waits for a first call, and leads to it', browser, async (t) => {
  const { page, call, errors } = await openedConsole(t)
  await page.getByText('No client has called this world yet.').waitFor()
  await call('GET', hostile)
  const { items } = (await call('GET', '/__mock/requests')).body as Json
  const link = page.locator('section', { hasText: 'Latest calls' }).getByRole('link', { name: /^GET/ })
  await link.waitFor()
  t.equal(await link.getAttribute('href'), `#/traffic/${items[0].id}`)
  t.not(await page.evaluate('document.title'), 'owned')
  t.same(await violationsOf(page), [])
  t.same(errors, [])
})

t.test('the overview shows the clock, features, limits and switched off rules of the world', browser, async (t) => {
  const { page, call, open } = await openedConsole(t)
  await call('POST', '/w/one/__mock/time/freeze', { at: '2026-06-01T12:00:00Z' })
  await call('PUT', '/w/one/__mock/settings', { limits: 'trial', rules: { 'campaign.budget.one-cap': { off: true } } })
  await open('overview?world=one')
  const world = page.locator('section', { hasText: 'The world one' })
  await world.getByText('2026-06-01 12:00:00 UTC').waitFor()
  const text = await world.innerText()
  t.match(text, 'frozen')
  t.match(text, 'trial')
  t.match(text, '1 of its own, 1 switched off')
  await page.getByRole('link', { name: 'one', exact: true }).waitFor()
})
