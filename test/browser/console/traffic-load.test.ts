import t from 'tap'
import type { Page } from '../chromium.ts'
import { browser, openedConsole, violationsOf } from './opened.ts'

const events = /\/__mock\/events/
const most = 100_000

/** The events of many calls, as the server streams them. */
function streamOf(count: number): string {
  const received = '2026-01-05T10:00:00.000Z'
  const call = (index: number) => ({
    id: String(1_000_000_000_000_001 + index),
    world: 'default',
    sequence: index + 1,
    time: received,
    received,
    method: index % 3 === 0 ? 'POST' : 'GET',
    url: '/v5/ad_accounts/549755885262/campaigns?page_size=25',
    operation: index % 3 === 0 ? 'campaigns/create' : 'campaigns/list',
    ad_account: '549755885262',
    status: index % 7 === 0 ? 429 : 200,
    duration_ms: 1.25,
    rules: index % 7 === 0 ? ['request.rate-limit'] : [],
    warnings: [],
    faults: [],
    stub: null,
    request: { headers: { 'user-agent': 'node' }, truncated: false },
    answer: { headers: { 'content-type': 'application/json' }, truncated: false, lost: false },
  })
  const text = (index: number): string => `id: ${index + 1}\nevent: call\ndata: ${JSON.stringify(call(index))}\n\n`
  return Array.from({ length: count }, (_, index) => text(index)).join('')
}

/** Answers the first listener with many calls; later ones wait, as if nothing more happened. */
async function answerEvents(page: Page, body: string): Promise<void> {
  let isFirst = true
  await page.route(events, (route) => {
    if (isFirst) void route.fulfill({ status: 200, contentType: 'text/event-stream', body })
    isFirst = false
  })
}

t.test('a journal of 100,000 entries scrolls: 95 of 100 frames take less than 50 ms', browser, async (t) => {
  // The journal of a server has no room for so many: the list keeps what it has seen.
  const { page, open } = await openedConsole(t)
  await answerEvents(page, streamOf(most))
  await open('traffic')
  await page.getByText('100,000 calls.').waitFor()
  const frames = await page.evaluate<number[]>(`new Promise((resolve) => {
    const table = document.querySelector('[role=table]')
    const step = (table.scrollHeight - table.clientHeight) / 100
    const frames = []
    let before
    const next = (now) => {
      if (before !== undefined) frames.push(now - before)
      before = now
      if (frames.length === 100) return resolve(frames)
      table.scrollTop += step
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })`)
  const sorted = frames.toSorted((one, other) => one - other).map(Math.round)
  t.comment(`frames in ms: median ${sorted[50]}, 95 % below ${sorted[94]}, longest ${sorted[99]}`)
  t.ok((sorted[94] ?? Number.POSITIVE_INFINITY) < 50, `95 of 100 frames take at most ${sorted[94]} ms`)
  await page
    .getByRole('row', { name: /campaigns\/create/ })
    .last()
    .waitFor()
  t.equal(await page.getByRole('row').last().getAttribute('aria-rowindex'), String(most + 1))
})

t.test('the oldest calls go where there are more than 100,000', browser, async (t) => {
  const { page, open } = await openedConsole(t)
  await answerEvents(page, streamOf(most + 3))
  await open('traffic')
  await page.getByText('100,000 calls.').waitFor()
  const first = await page.getByRole('row').nth(1).getByRole('link').getAttribute('href')
  t.equal(first, `#/traffic/${1_000_000_000_000_001 + most + 2}`)
})

t.test('thousands of calls leave the page usable', browser, async (t) => {
  const { page, call, errors } = await openedConsole(t, 'traffic', { journal: 10_000 })
  await call('GET', '/v5/boards')
  await page.getByRole('row', { name: /boards\/list/ }).waitFor()
  const client = async (): Promise<void> => {
    for (let index = 0; index < 100; index++) await call('GET', '/v5/ad_accounts')
  }
  const clients = Promise.all(Array.from({ length: 30 }, client))
  await page
    .getByRole('row', { name: /ad_accounts\/list/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page
    .getByRole('row', { name: /ad_accounts\/list/ })
    .first()
    .getByRole('link')
    .click()
  await page.getByText('It passed.').waitFor()
  await page.getByRole('link', { name: '← All calls' }).click()
  await clients
  await page.getByText('3,001 calls.').waitFor()
  t.same(errors, [])
})

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
  await page.getByLabel('Token').fill('open-sesame')
  await page.getByRole('button', { name: 'Use the token' }).click()
  await fetch(`${about.base_url}/boards`, { headers: { authorization: 'Bearer any-text' } })
  await page.getByRole('row', { name: /boards\/list/ }).waitFor()
  t.equal(await page.getByRole('row').count(), 2)
})
