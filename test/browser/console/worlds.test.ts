import { readFileSync } from 'node:fs'
import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { browser, fitsScreens, isAccessible, openedConsole, violationsOf } from './opened.ts'

const account = '549755885262'
const campaigns = `/v5/ad_accounts/${account}/campaigns`
const hostile = '<img src=x onerror=document.title="owned">'

t.test('a world is forked and changed, and a comparison shows the change', browser, async (t) => {
  const { page, call, errors } = await openedConsole(t, 'worlds')
  await call('GET', campaigns)
  await page.getByRole('button', { name: 'Load again' }).click()
  await page.getByRole('link', { name: /^default/ }).click()
  await page.getByRole('link', { name: 'Fork' }).click()
  await page.getByLabel(/^Name \(/).fill('fork')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await page.getByRole('heading', { name: 'fork' }).waitFor()
  const [first] = ((await call('GET', `/w/fork${campaigns}`)).body as Json).items
  await call('PATCH', `/w/fork${campaigns}`, [{ id: first.id, ad_account_id: account, name: hostile }])

  await page.getByRole('link', { name: 'Compare', exact: true }).click()
  await page.getByLabel('Before').selectOption('world:default')
  await page.getByLabel('After').selectOption('world:fork')
  const changes = page.getByRole('table', { name: 'Changes of campaigns' })
  await changes.waitFor()
  const text = await changes.innerText()
  t.match(text, first.id)
  t.match(text, first.name)
  t.ok(text.includes(hostile), 'what a client named is text')
  t.notMatch(text, /added|removed/)
  t.not(await page.evaluate('document.title'), 'owned')
  await isAccessible(t, page)
  await fitsScreens(t, page)
  t.same(errors, [])
})

t.test('a reset asks first, says what it ends, and keeps what it is to keep', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'worlds')
  await call('POST', '/v5/ad_accounts', { name: 'Another', country: 'US', owner_user_id: '1' })
  await call('POST', '/__mock/faults', { id: 'slow', effect: 'latency=1ms' })
  await page.getByRole('button', { name: 'Load again' }).click()
  await page.getByRole('link', { name: /^default/ }).click()
  const reset = page.getByRole('button', { name: 'Reset…' })
  await reset.click()
  await page.getByText('This ends 1 recorded call, 1 fault and 0 stubs').waitFor()
  t.same(await violationsOf(page), [])
  await page.getByRole('button', { name: 'Cancel' }).click()
  t.equal(((await call('GET', '/__mock/faults')).body as Json).items.length, 1, 'nothing is reset yet')
  await reset.click()
  await page.getByLabel('the faults').check()
  await page.getByRole('button', { name: 'Reset the world' }).click()
  await page.getByText("Reset the world default to the server's seed.").waitFor()
  t.equal(((await call('GET', '/__mock/faults')).body as Json).items.length, 1)
  t.equal(((await call('GET', '/__mock/requests')).body as Json).items.length, 0)
})

t.test('an export and an import carry a world, and what is refused is said', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'worlds')
  await call('GET', '/w/one/v5/ad_accounts')
  const [first] = ((await call('GET', `/w/one${campaigns}`)).body as Json).items
  await call('PATCH', `/w/one${campaigns}`, [{ id: first.id, ad_account_id: account, name: 'Carried' }])
  await call('POST', '/__mock/worlds', { name: 'target', from: { seed: 'empty' } })
  await page.getByRole('button', { name: 'Load again' }).click()
  await page.getByRole('link', { name: 'one' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as a file' }).click()
  const buffer = readFileSync(await (await download).path())

  await page.getByRole('link', { name: 'target' }).click()
  await page.getByRole('heading', { name: 'target' }).waitFor()
  const offer = (name: string, content: Buffer): Promise<void> =>
    page.setInputFiles('input[type=file]', { name, mimeType: 'application/json', buffer: content })
  await offer('broken.json', Buffer.from('{"format":"another"}'))
  await page.getByRole('button', { name: 'Import the file' }).click()
  await page.getByRole('alert').locator('xpath=self::*', { hasText: 'broken.json' }).waitFor()
  t.same(((await call('GET', '/w/target/v5/ad_accounts')).body as Json).items, [])
  await offer('one.json', buffer)
  await page.getByRole('button', { name: 'Import the file' }).click()
  await page.getByText('Imported one.json into the world target.').waitFor()
  t.equal(((await call('GET', `/w/target${campaigns}/${first.id}`)).body as Json).name, 'Carried')
})

t.test('a file that is dropped on a world is imported after it was asked', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'worlds')
  await call('POST', '/__mock/worlds', { name: 'target', from: { seed: 'empty' } })
  const state = (await call('GET', '/w/one/__mock/state')).body
  await page.getByRole('button', { name: 'Load again' }).click()
  await page.getByRole('link', { name: 'target' }).click()
  await page.getByRole('heading', { name: 'target' }).waitFor()
  await page.evaluate(`(() => {
    const files = new DataTransfer()
    files.items.add(new File([${JSON.stringify(JSON.stringify(state))}], 'dropped.json'))
    document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))
  })()`)
  await page.getByRole('heading', { name: 'Replace the world target by dropped.json?' }).waitFor()
  await page.getByRole('button', { name: 'Import the file' }).click()
  await page.getByText('Imported dropped.json into the world target.').waitFor()
  t.not(((await call('GET', '/w/target/v5/ad_accounts')).body as Json).items.length, 0)
})

t.test('a snapshot is taken, compared, restored and deleted', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'worlds')
  const [first] = ((await call('GET', campaigns)).body as Json).items
  await page.getByRole('button', { name: 'Load again' }).click()
  await page.getByRole('link', { name: /^default/ }).click()
  await page.getByLabel('Name of a snapshot').fill('before')
  await page.getByRole('button', { name: 'Take it now' }).click()
  await page.getByText('Took the snapshot default/before.').waitFor()
  await call('PATCH', campaigns, [{ id: first.id, ad_account_id: account, status: 'PAUSED' }])

  await page.locator('tr', { hasText: 'default/before' }).getByRole('link', { name: 'Compare' }).click()
  await page.getByRole('table', { name: 'Changes of campaigns' }).getByText('PAUSED').first().waitFor()
  const worlds = ((await call('GET', '/__mock/worlds')).body as Json).items
  t.same(
    worlds.map(({ name }: Json) => name),
    ['default'],
    'the world of the comparison is gone',
  )

  await page.getByRole('button', { name: 'Restore…' }).click()
  await page.getByRole('button', { name: 'Restore the snapshot' }).click()
  await page.getByText('Restored default/before in the world default.').waitFor()
  t.equal(((await call('GET', `${campaigns}/${first.id}`)).body as Json).status, first.status)
  await page.locator('tr', { hasText: 'default/before' }).getByRole('button', { name: 'Delete…' }).click()
  await page.getByRole('button', { name: 'Delete the snapshot' }).click()
  await page.getByText('No snapshot has been taken yet.').waitFor()
  t.same(((await call('GET', '/__mock/snapshots')).body as Json).items, [])
})

t.test('a world is deleted after it was asked', browser, async (t) => {
  const { page, call } = await openedConsole(t, 'worlds')
  await call('GET', '/w/one/v5/ad_accounts')
  await page.getByRole('button', { name: 'Load again' }).click()
  await page.getByRole('link', { name: 'one' }).click()
  await page.getByRole('button', { name: 'Delete…' }).first().click()
  await page.getByRole('button', { name: 'Delete the world' }).click()
  await page.getByText('Deleted the world one.').waitFor()
  t.equal((await call('GET', '/__mock/worlds/one')).status, 404)
})

t.test('a comparison of large worlds leaves the page answering', browser, async (t) => {
  const { page } = await openedConsole(t, 'worlds')
  await page.evaluate(`(() => {
    window.longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration)
    }).observe({ type: 'longtask' })
    location.hash = '#/worlds?compare=seed:empty&with=seed:large'
  })()`)
  await page.getByText(/kinds of entities differ/).waitFor()
  const longest = await page.evaluate<number>('window.longest')
  t.ok(longest < 200, `the longest task took ${longest} ms`)
})
