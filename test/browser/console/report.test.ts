import { readFileSync } from 'node:fs'
import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { browser, isAccessible, openedConsole } from './opened.ts'

const hostile = '<img src=x onerror=document.title="owned">'

t.test('the report says what was met and never met, with links to the calls', browser, async (t) => {
  const { page, call, errors } = await openedConsole(t, 'report')
  await page.getByText('No client has called the world default yet.').waitFor()
  await call('GET', `/v5/ad_accounts?${encodeURIComponent(hostile)}=1`)
  await call('GET', '/v5/nothing')
  const { items } = (await call('GET', '/__mock/requests')).body as Json
  await page.getByRole('button', { name: 'Load again' }).click()
  await page.getByText('2 calls of the world default met 1 of').waitFor()
  const finding = page.locator('article')
  await finding.getByText(hostile).waitFor()
  const link = finding.getByRole('link', { name: items[0].id, exact: true })
  t.equal(await link.getAttribute('href'), `#/traffic/${items[0].id}`)
  t.match(await page.locator('tr', { hasText: 'A rate limit' }).innerText(), 'never')
  t.equal(await page.getByRole('link', { name: 'request.path' }).getAttribute('href'), '#/rules/request.path')
  t.not(await page.evaluate('document.title'), 'owned')
  await isAccessible(t, page)
  t.same(errors, [])
})

t.test('the report is of all worlds, and leads to the calls of each', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'report')
  await call('GET', '/w/one/v5/ad_accounts?colour=1')
  await page.getByLabel('Clients of').selectOption('all')
  await page.getByText('1 call of all worlds met 1 of').waitFor()
  t.match(await page.locator('article a').first().getAttribute('href'), /^#\/traffic\/.*\?world=one$/)
})

for (const [name, start] of [
  ['Markdown', /^#/],
  ['JUnit', /^<\?xml/],
  ['SARIF', /"version": "2\.1\.0"/],
] as const) {
  t.test(`the report is saved as ${name}`, browser, async (t) => {
    const { page } = await openedConsole(t, 'report')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: `Save as ${name}` }).click()
    t.match(readFileSync(await (await download).path(), 'utf8'), start)
  })
}

t.test('calls in the report of all worlds lead to the world in which they were made', browser, async (t) => {
  const { page, call, open } = await openedConsole(t, 'coverage')
  await call('GET', '/w/one/v5/nothing')
  await open('report?of=all')
  const refusals = page.getByRole('region', { name: 'Refusals' })
  await refusals
    .getByRole('link', { name: /^\d{16}$/ })
    .first()
    .click()
  await page.getByRole('heading', { name: 'GET /w/one/v5/nothing: 404' }).waitFor()
  t.match(page.url(), /#\/traffic\/\d{16}\?world=one$/)
})
