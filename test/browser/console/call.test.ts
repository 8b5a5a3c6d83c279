import { readFileSync } from 'node:fs'
import t from 'tap'
import { connectMock } from '#server/library/start.ts'
import type { Json } from '#test/support/mock.ts'
import { browser, openedConsole, violationsOf } from './opened.ts'

const account = '549755885262'
const path = `/v5/ad_accounts/${account}/campaigns`
const refused = {
  name: 'Both caps',
  objective_type: 'AWARENESS',
  daily_spend_cap: 5_000_000,
  lifetime_spend_cap: 9_000_000,
}

t.test('a call to another world is sent again there, with the token of the world', browser, async (t) => {
  const { page, about, call, open } = await openedConsole(t, 'traffic', { auth: 'strict' })
  await call('POST', '/__mock/worlds', { name: 'one', from: { seed: 'small' } })
  const { token } = (await call('GET', '/__mock/worlds/one')).body as Json
  const { origin } = new URL(about.base_url)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await fetch(`${origin}/w/one${path}`, { method: 'POST', headers, body: JSON.stringify([refused]) })
  await open(`traffic/${response.headers.get('x-mock-request-id')}?world=one`)
  await page.getByRole('button', { name: 'Fill in what passes' }).click()
  await page.getByRole('button', { name: 'Send it' }).click()
  await page.getByText('It passes: 200.').waitFor()
  const { body } = await call('GET', '/w/one/__mock/requests?operation=campaigns/create&status=200')
  t.same(
    (body as Json).items.map(({ rules }: Json) => rules.length),
    [2, 0],
  )
})

t.test('a search marks what it finds in the request and the response', browser, async (t) => {
  const { page, call, open } = await openedConsole(t, 'traffic')
  await call('GET', '/v5/ad_accounts')
  await open(`traffic/${await latestId(call)}`)
  await page.getByLabel('Search in both').fill(account)
  await page.getByText(/^Found \d+ times?\.$/).waitFor()
  t.equal(await page.locator('mark').first().textContent(), account)
  t.same(await violationsOf(page), [])
})

t.test('a call is taken along as a test that holds, as curl, and as HAR', browser, async (t) => {
  const { page, about, call, open } = await openedConsole(t, 'traffic')
  await call('POST', path, [refused])
  const id = await latestId(call)
  await open(`traffic/${id}`)
  await page.getByText('The test').click()
  const code = (await page.getByRole('region', { name: 'Test in JavaScript' }).textContent()) ?? ''
  const [, address = '', match = ''] = /connectMock\((".*?")\)[\s\S]*verify\(([\s\S]*)\)/.exec(code) ?? []
  t.equal(`${JSON.parse(address)}v5`, about.base_url)
  await connectMock(JSON.parse(address)).requests.verify(JSON.parse(match), 1)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as HAR' }).click()
  const { log } = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
  t.same(
    log.entries.map(({ comment }: Json) => comment),
    [id],
  )

  await page.evaluate('navigator.clipboard.writeText = async (text) => { document.body.dataset.copied = text }')
  await page.getByRole('button', { name: 'Copy as curl' }).click()
  await page.locator('body[data-copied^="curl -X POST"]').waitFor()
})

t.test('the next call fails once, and later ones are answered by a stub', browser, async (t) => {
  const { page, call, open, errors } = await openedConsole(t, 'traffic')
  await call('GET', '/v5/boards')
  await open(`traffic/${await latestId(call)}`)
  await page.getByRole('button', { name: 'Make this fail next time' }).click()
  await page.getByRole('button', { name: 'Fail the next call' }).click()
  await page.getByText('The next call fails.').waitFor()
  t.equal((await call('GET', '/v5/boards')).status, 500)
  t.equal((await call('GET', '/v5/boards')).status, 200)

  await page.getByRole('button', { name: 'Answer this from now on' }).click()
  const stub = JSON.parse(await page.getByLabel('Stub').inputValue())
  stub.response.body = { items: [], mine: true }
  await page.getByLabel('Stub').fill(JSON.stringify(stub))
  t.same(await violationsOf(page), [])
  await page.getByRole('button', { name: 'Put the stub in force' }).click()
  await page.getByText('The stub answers from now on.').waitFor()
  t.same((await call('GET', '/v5/boards')).body, { items: [], mine: true })
  await page.getByRole('link', { name: 'Show faults and stubs' }).click()
  await page.getByText('stub-1').waitFor()
  t.same(errors, [])
})

t.test('a call of no operation shows which it may have meant', browser, async (t) => {
  const { page, call, open } = await openedConsole(t, 'traffic')
  await call('GET', '/v5/ad_acounts')
  await open(`traffic/${await latestId(call)}`)
  await page.getByText('GET /ad_accounts (ad_accounts/list)').waitFor()
})

t.test('a hostile name, URL and body are shown as text', browser, async (t) => {
  const { page, call, open, errors } = await openedConsole(t, 'traffic')
  const hostile = '<img src=x onerror=document.title=1><script>document.title=2</script>'
  await call('GET', `/v5/${encodeURIComponent(hostile)}?q=${hostile}`)
  await page.getByRole('row', { name: /GET/ }).waitFor()
  await call('POST', path, [{ ...refused, name: hostile }])
  await open(`traffic/${await latestId(call)}`)
  await page.getByRole('region', { name: 'Body of the request' }).getByText(hostile).waitFor()
  await page.getByRole('region', { name: 'Why' }).getByRole('article').first().waitFor()
  t.equal(await page.locator('img').count(), 0)
  t.match(await page.evaluate<string>('document.title'), /^Traffic/)
  t.same(errors, [])
})

t.test('a call that there is not says so', browser, async (t) => {
  const { page } = await openedConsole(t, 'traffic/1')
  await page.getByRole('alert').waitFor()
  t.same(await violationsOf(page), [])
})

type Call = Awaited<ReturnType<typeof openedConsole>>['call']

/** Returns the id of the latest call. */
async function latestId(call: Call): Promise<string> {
  const { body } = await call('GET', '/__mock/requests?limit=1')
  return (body as Json).items[0].id
}
