import t from 'tap'
import { browser, openedConsole, violationsOf } from './opened.ts'
import { eventOf } from './streamed-calls.ts'

const events = /\/__mock\/events/

t.test('a server with no room for another listener is asked each second', browser, async (t) => {
  const { page, call, open } = await openedConsole(t)
  await page.route(events, (route) => void route.fulfill({ status: 503, body: '{}' }))
  await open('traffic')
  await page.getByText('Asks each second.').waitFor()
  await call('GET', '/v5/boards')
  await page.getByRole('row', { name: /boards\/list/ }).waitFor()
  await call('GET', '/v5/ad_accounts')
  await page.getByRole('row', { name: /ad_accounts\/list/ }).waitFor()
  t.equal(await page.getByRole('row').count(), 3)
  t.same(await violationsOf(page), [])
})

t.test('a server with a token of test control is followed once the token was given', browser, async (t) => {
  const { page, about } = await openedConsole(t, 'traffic', { controlToken: 'open-sesame' })
  await page.getByRole('textbox', { name: 'Token' }).fill('open-sesame')
  await page.getByRole('button', { name: 'Use the token' }).click()
  await fetch(`${about.base_url}/boards`, { headers: { authorization: 'Bearer any-text' } })
  await page.getByRole('row', { name: /boards\/list/ }).waitFor()
  t.equal(await page.getByRole('row').count(), 2)
})

t.test('calls of a server that was started anew take the place of those before', browser, async (t) => {
  const { page, open } = await openedConsole(t)
  const streams = [
    [0, 1, 2].map((index) => eventOf(index)).join(''),
    [0, 1].map((index) => eventOf(index, '2026-01-05T11:00:00.000Z')).join(''),
  ]
  await page.route(events, (route) => {
    const body = streams.shift()
    if (body !== undefined) void route.fulfill({ status: 200, contentType: 'text/event-stream', body })
  })
  await open('traffic')
  await page.getByText('3 calls.').waitFor()
  await page.getByText('2 calls.').waitFor()
  t.equal(await page.getByRole('row').count(), 3)
})

t.test('a call that a fault delays is shown while it is answered, and as it ended', browser, async (t) => {
  const { page, about, call } = await openedConsole(t, 'traffic')
  const { body } = await call('POST', '/__mock/faults', { match: { operation: 'boards/list' }, effect: 'hang' })
  const ended = new AbortController()
  fetch(`${about.base_url}/boards`, { headers: { authorization: 'Bearer x' }, signal: ended.signal }).catch(() => {})
  const row = page.getByRole('row', { name: /boards\/list/ })
  await row.getByText('in progress').waitFor()
  t.equal(await page.getByRole('row').count(), 2)
  t.same(await violationsOf(page), [])
  await row.getByRole('link').click()
  await page.getByText('It has no response.').waitFor()
  await page.getByText(`${(body as { id: string }).id}: hang`).waitFor()
  ended.abort()
  await page.getByRole('heading', { name: /^GET boards\/list: lost/ }).waitFor()
  await page.getByRole('link', { name: '← All calls' }).click()
  await row.getByText('lost').waitFor()
  t.equal(await page.getByText('in progress').count(), 0)
})
