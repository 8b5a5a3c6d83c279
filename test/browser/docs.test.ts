import t, { type Test } from 'tap'
import { errorsOf, missing, openPage, type Page, started } from './chromium.ts'

// The pages of the documents, in Chromium.

const browser = { skip: missing }

/** Opens a page of a server, and waits for its first operation. */
async function opened(t: Test, url: string): Promise<Page> {
  const page = await openPage(t)
  await page.goto(url)
  await page.locator('.opblock').first().waitFor()
  return page
}

/**
 * Finds an operation, sends its call as it is filled in, and returns the response. Swagger UI renders only what is
 * in sight of a long document: the search brings the operation there.
 */
async function executed(page: Page, method: string, path: string) {
  await page.locator('input[type=search]').fill(`${method} ${path}`)
  const block = page.locator(`.opblock-${method.toLowerCase()}:has([data-path="${path}"])`)
  await block.locator('.opblock-summary-control').click()
  await block.locator('button.execute').waitFor()
  const answered = page.waitForResponse((response) => /\/(v5|__mock)\/(?!docs)/.test(response.url()))
  await block.locator('button.execute').click()
  return answered
}

for (const path of ['docs', '__mock/docs']) {
  t.test(`/${path} shows its first operation for at most 1 MB and 2 s of work`, browser, async (t) => {
    const { docs_url } = await started(t)
    const page = await openPage(t)
    const errors = errorsOf(page)
    const devtools = await page.context().newCDPSession(page)
    let bytes = 0
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await devtools.send('Network.enable')
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(new URL(`/${path}`, docs_url).href)
    await page.locator('.opblock').first().waitFor()
    const { metrics } = await devtools.send('Performance.getMetrics')
    const { value: seconds } = metrics.find(({ name }: { name: string }) => name === 'TaskDuration')
    t.comment(`${bytes} bytes, ${seconds} s of the page's thread`)
    t.ok(bytes > 100_000 && bytes < 1_000_000, `${bytes} bytes`)
    t.ok(seconds > 0 && seconds < 2, `${seconds} s`)
    t.same(errors, [], 'its policy refuses nothing of its own')
  })

  t.test(`/${path} asks this server alone, and shows nobody's logo`, browser, async (t) => {
    const { docs_url } = await started(t)
    const page = await openPage(t)
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).protocol + new URL(request.url()).host))
    await page.goto(new URL(`/${path}`, docs_url).href)
    await page.locator('.opblock').first().waitFor()
    t.same(
      [...hosts].filter((host) => !host.startsWith('data:')),
      [`http:${new URL(docs_url).host}`],
    )
    t.equal(await page.locator('img').count(), 0)
    t.equal(await page.locator('.topbar').count(), 0)
  })

  t.test(`/${path} fits a phone`, browser, async (t) => {
    const { docs_url } = await started(t)
    const page = await openPage(t)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(new URL(`/${path}`, docs_url).href)
    await page.locator('.opblock').first().waitFor()
    t.equal(await page.evaluate('innerWidth'), 390)
    t.equal(await page.evaluate('document.documentElement.scrollWidth'), 390)
  })
}

t.test(
  'an operation is called with the token that is filled in, and its examples of paths work',
  browser,
  async (t) => {
    const { docs_url } = await started(t)
    const page = await opened(t, docs_url)
    const response = await executed(page, 'GET', '/ad_accounts/{ad_account_id}/campaigns')
    t.equal(response.status(), 200)
    t.notMatch(new URL(response.url()).search, 'campaign_ids', 'no example filters the list')
    t.ok((await response.json()).items.length > 1)
  },
)

t.test('the journal is shown as it is, without a filter that nobody set', browser, async (t) => {
  const { base_url, control_url } = await started(t)
  await fetch(`${base_url}/ad_accounts`, { headers: { authorization: 'Bearer any' } })
  const page = await opened(t, `${control_url}/docs`)
  const response = await executed(page, 'GET', '/__mock/requests')
  t.equal(response.status(), 200)
  t.match((await response.json()).items, [{ operation: 'ad_accounts/list', status: 200 }])
})

t.test('no optional parameter is filled in with its example, which stands in its description', browser, async (t) => {
  const { docs_url } = await started(t)
  const page = await opened(t, docs_url)
  const filled = await page.evaluate<unknown[]>(`Object.values(ui.specSelectors.specJson().toJS().paths)
    .flatMap((item) => Object.values(item)).flatMap(({ parameters = [] }) => parameters)
    .concat(Object.values(ui.specSelectors.specJson().toJS().components.parameters))
    .filter(({ required, example, schema }) => !required && (example ?? schema?.example) !== undefined)`)
  t.same(filled, [])
  t.ok((await page.evaluate<string>('JSON.stringify(ui.specSelectors.specJson())')).includes('Example: `'))
})

t.test('a search finds operations by words of their path, method and text', browser, async (t) => {
  const { docs_url } = await started(t)
  const page = await opened(t, docs_url)
  const search = page.locator('input[type=search]')
  await search.fill('campaigns POST')
  await page.locator('.search output', { hasText: /^[1-9] operations?$/ }).waitFor()
  await page.locator('.opblock-post:has([data-path$="/campaigns"])').waitFor()
  t.equal(await page.locator('.opblock-get').count(), 0)
  await search.fill('no operation has these words')
  await page.locator('p', { hasText: 'No operation has all of these words.' }).waitFor()
  await search.fill('')
  await page.locator('.opblock-get').first().waitFor()
})

t.test('scrolling shows the operations of the last tag', browser, async (t) => {
  const { docs_url } = await started(t)
  const page = await opened(t, docs_url)
  const last = '.opblock-get:has([data-path="/user_account"])'
  t.equal(await page.locator(last).count(), 0)
  await page.evaluate(`(async () => {
    while (document.querySelector(${JSON.stringify(last)}) === null) {
      scrollTo(0, document.body.scrollHeight)
      await new Promise(requestAnimationFrame)
    }
  })()`)
  await page.locator(last).waitFor()
  t.pass()
})

t.test('a link to an operation opens it', browser, async (t) => {
  const { docs_url } = await started(t)
  const page = await opened(t, `${docs_url}#/campaigns/campaigns/list`)
  await page.locator('.opblock-get:has([data-path$="/campaigns"]) button.execute').waitFor()
  t.pass()
})

t.test('the page of a world calls that world', browser, async (t) => {
  const { docs_url } = await started(t)
  const page = await opened(t, docs_url.replace('/docs', '/w/one/docs'))
  t.match((await executed(page, 'GET', '/ad_accounts')).url(), /\/w\/one\/v5\/ad_accounts\?/)
})

/** Opens the dialog of the Authorize button, and returns the part of one scheme. */
async function dialogOf(page: Page, scheme: string) {
  await page.locator('.scheme-container').locator('button.authorize').click()
  return page.locator('.auth-container', { hasText: scheme })
}

/** The token that the next call of the page sends. */
async function tokenSent(t: Test, page: Page): Promise<string | undefined> {
  await page.locator('.btn-done').first().click()
  let sent: Promise<Record<string, string>> | undefined
  page.on('request', (request) => {
    if (request.url().includes('/v5/user_account')) sent = request.allHeaders()
  })
  t.equal((await executed(page, 'GET', '/user_account')).status(), 200)
  return (await sent)?.authorization
}

t.test('the Authorize button leads over the consent page to a token, which calls then send', browser, async (t) => {
  const { docs_url } = await started(t)
  const page = await opened(t, docs_url)
  const dialog = await dialogOf(page, 'pinterest_oauth2')
  const exchanged = page.waitForResponse((response) => response.url().endsWith('/oauth/token'))
  const popup = page.waitForEvent('popup')
  await dialog.locator('button.authorize').click()
  await (await popup).locator('button[value=allow]').click()
  const response = await exchanged
  t.equal(response.status(), 200)
  await dialog.locator('button', { hasText: 'Logout' }).waitFor()
  t.equal(await tokenSent(t, page), `Bearer ${(await response.json()).access_token}`)
})

t.test('who denies on the consent page is back on the page, which says so', browser, async (t) => {
  const { docs_url } = await started(t)
  const page = await opened(t, docs_url)
  const dialog = await dialogOf(page, 'pinterest_oauth2')
  const popup = page.waitForEvent('popup')
  await dialog.locator('button.authorize').click()
  await (await popup).locator('button[value=deny]').click()
  await dialog.locator('.errors', { hasText: 'access_denied' }).waitFor()
  t.pass()
})

t.test("an app's own token comes by the Authorize button too", browser, async (t) => {
  const { docs_url } = await started(t)
  const page = await opened(t, docs_url)
  const dialog = await dialogOf(page, 'client_credentials')
  const exchanged = page.waitForResponse((response) => response.url().endsWith('/oauth/token'))
  await dialog.locator('button.authorize').click()
  const response = await exchanged
  t.equal(response.status(), 200)
  await dialog.locator('button', { hasText: 'Logout' }).waitFor()
  t.equal(await tokenSent(t, page), `Bearer ${(await response.json()).access_token}`)
})
