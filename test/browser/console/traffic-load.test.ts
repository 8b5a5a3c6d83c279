import t from 'tap'
import type { Page } from '../chromium.ts'
import { browser, openedConsole } from './opened.ts'
import { eventOf, firstId, streamOf } from './streamed-calls.ts'

const events = /\/__mock\/events/
const most = 100_000
/** Rows of a few screens, however many calls there are. */
const mostDrawn = 200

/** Answers the first listener with many calls; later ones wait, as if nothing more happened. */
async function answerEvents(page: Page, body: string): Promise<void> {
  let isFirst = true
  await page.route(events, (route) => {
    if (isFirst) void route.fulfill({ status: 200, contentType: 'text/event-stream', body })
    isFirst = false
  })
}

t.test('a journal of 100,000 entries scrolls: no frame draws more rows than a few screens have', browser, async (t) => {
  // The journal of a server has no room for so many: the list keeps what it has seen.
  const { page, open } = await openedConsole(t)
  await answerEvents(page, streamOf(most))
  await open('traffic')
  await page.getByText('100,000 calls.').waitFor()
  const { rows, times } = await page.evaluate<{ rows: number[]; times: number[] }>(`new Promise((resolve) => {
    const table = document.querySelector('[role=table]')
    const step = (table.scrollHeight - table.clientHeight) / 100
    const [rows, times] = [[], []]
    const next = (now) => {
      rows.push(document.querySelectorAll('[role=row]').length)
      times.push(now)
      if (times.length > 100) return resolve({ rows, times })
      table.scrollTop += step
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })`)
  const sorted = times.slice(1).map((time, index) => Math.round(time - (times[index] ?? 0)))
  sorted.sort((one, other) => one - other)
  t.comment(`frames in ms: median ${sorted[50]}, 95 % below ${sorted[94]}, longest ${sorted[99]}`)
  t.ok(Math.max(...rows) < mostDrawn, `${Math.max(...rows)} rows at once`)
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
  t.equal(first, `#/traffic/${firstId + most + 2}`)
})

t.test('a thousand calls a second leave the page usable', browser, async (t) => {
  const { page, open, errors } = await openedConsole(t)
  // A server that shares this machine with its clients and the browser may be slower than that.
  await page.evaluate(`{
    const events = ${JSON.stringify(Array.from({ length: 3000 }, (_, index) => eventOf(index)))}
    const send = window.fetch
    window.fetch = (url, init) => String(url).includes('/__mock/events') ? Promise.resolve(stream(init)) : send(url, init)
    const stream = () => {
      const began = performance.now()
      let sent = 0
      return new Response(new ReadableStream({
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, sent < 3000 ? 5 : 1e6))
          const due = Math.min(3000, Math.floor(performance.now() - began))
          controller.enqueue(new TextEncoder().encode(events.slice(sent, due).join('')))
          sent = due
        },
      }))
    }
    window.frames = []
    let before = performance.now()
    const next = (now) => {
      window.frames.push(now - before)
      before = now
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  }`)
  await open('traffic')
  await page
    .getByRole('row', { name: /campaigns/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('button', { name: /^Show \d+ new calls$/ }).click()
  await page.getByText('3,000 calls.').waitFor()
  const frames = await page.evaluate<number[]>('window.frames.toSorted((one, other) => one - other).map(Math.round)')
  const [half, most95] = [0.5, 0.95].map((share) => frames[Math.floor(frames.length * share)])
  t.comment(`frames in ms: median ${half}, 95 % below ${most95}, longest ${frames.at(-1)}`)
  t.same(errors, [])
})

t.test('all calls of many clients at once are listed', browser, async (t) => {
  const { page, call, errors } = await openedConsole(t, 'traffic', { journal: 10_000 })
  const client = async (): Promise<void> => {
    for (let index = 0; index < 100; index++) await call('GET', '/v5/ad_accounts')
  }
  const clients = Promise.all(Array.from({ length: 20 }, client))
  await page
    .getByRole('row', { name: /ad_accounts\/list/ })
    .first()
    .getByRole('link')
    .click()
  await page.getByText('It passed.').waitFor()
  await page.getByRole('link', { name: '← All calls' }).click()
  await clients
  await page.getByText('2,000 calls.').waitFor()
  t.same(errors, [])
})
