import t from 'tap'
import { claim, partner, websites } from '#test/fixtures/websites.ts'
import { mock } from '#test/support/mock.ts'

const path = '/v5/user_account/websites'

t.test('a claim succeeds at once', async (t) => {
  const world = await mock(t)
  const { status, body } = await claim(world, 'shop.example.com')
  t.equal(status, 200)
  const website = { website: 'shop.example.com', status: 'success', verified_at: '2026-06-01T12:00:00.000000' }
  t.strictSame(body, website)
  t.strictSame((await world.call('GET', path)).body, { items: [{ ...website, status: 'verified' }], bookmark: null })
})

t.test('a website that is claimed again says so, and is listed once', async (t) => {
  const world = await mock(t)
  const first = (await claim(world, 'shop.example.com')).body
  world.clock.advance(60_000)
  const again = (await claim(world, 'https://Shop.example.com/')).body
  t.strictSame(again, { ...first, status: 'already_verified_by_user' })
  t.strictSame((await websites(world)).items, [{ ...first, status: 'verified' }])
})

t.test('a website is named by its host in lower case and its path', async (t) => {
  const world = await mock(t)
  for (const [sent, website] of [
    ['HTTP://Example.com/Shop/', 'example.com/Shop'],
    ['localhost:8080', 'localhost:8080'],
    ['bücher.example', 'bücher.example'],
    ['example.com?from=ad', 'example.com'],
  ]) {
    t.equal((await claim(world, String(sent))).body.website, website)
  }
})

t.test('the transition of websites delays a claim, and the clock ends it', async (t) => {
  const world = await mock(t)
  await world.call('PUT', '/__mock/settings', { transitions: { user_websites: { after: '1h' } } })
  t.strictSame((await claim(world, 'shop.example.com')).body, { website: 'shop.example.com', status: 'pending' })
  world.clock.advance(3_599_000)
  t.equal((await websites(world)).items[0].status, 'pending')
  world.clock.advance(1000)
  t.match((await websites(world)).items, [{ status: 'verified', verified_at: '2026-06-01T13:00:00.000000' }])
})

t.test('a claim of which the transition is never stays pending, and ends at once when it is taken back', async (t) => {
  const world = await mock(t)
  await world.call('PUT', '/__mock/settings', { transitions: { user_websites: 'never' } })
  await claim(world, 'shop.example.com')
  world.clock.advance(86_400_000)
  t.equal((await websites(world)).items[0].status, 'pending')
  await world.call('PUT', '/__mock/settings', { transitions: {} })
  t.equal((await websites(world)).items[0].status, 'verified')
})

t.test('a direct edit fails a claim, which the next claim mends', async (t) => {
  const world = await mock(t)
  await claim(world, 'shop.example.com')
  const entity = '/__mock/entities/user_websites/shop.example.com'
  const { status, body } = await world.call('PATCH', entity, { status: 'failed' })
  t.equal(status, 200)
  t.match(body, { website: 'shop.example.com', status: 'failed', id: /^\d+$/ })
  t.strictSame((await websites(world)).items, [{ website: 'shop.example.com', status: 'failed' }])
  t.equal((await claim(world, 'shop.example.com')).body.status, 'success')
})

t.test('a direct edit makes and deletes claims', async (t) => {
  const world = await mock(t)
  const item = { website: 'shop.example.com', status: 'pending' }
  const made = await world.call('POST', '/__mock/entities/user_websites', item)
  t.strictSame((await websites(world)).items, [item])
  t.equal((await world.call('POST', '/__mock/entities/user_websites', item)).status, 400)
  t.equal((await world.call('POST', '/__mock/entities/user_websites', { website: '?' })).status, 400)
  t.equal((await world.call('DELETE', `/__mock/entities/user_websites/${made.body.id}`)).status, 200)
  t.strictSame((await websites(world)).items, [])
})

t.test('a website is released once', async (t) => {
  const world = await mock(t)
  await claim(world, 'shop.example.com/eu')
  const url = `${path}?website=${encodeURIComponent('https://shop.example.com/eu')}`
  t.match(await world.call('DELETE', url), { status: 204, body: '' })
  t.match(await world.call('DELETE', url), { status: 404, body: { code: 404, message: 'Website not in user list.' } })
  t.strictSame(await websites(world), { items: [], bookmark: null })
})

t.test('websites are listed in pages', async (t) => {
  const world = await mock(t)
  for (const name of ['a', 'b', 'c']) await claim(world, `${name}.example.com`)
  const first = (await world.call('GET', `${path}?page_size=2`)).body
  t.match(first.items, [{ website: 'a.example.com' }, { website: 'b.example.com' }])
  const rest = (await world.call('GET', `${path}?page_size=2&bookmark=${first.bookmark}`)).body
  t.match(rest, { items: [{ website: 'c.example.com' }], bookmark: null })
})

t.test('a call for an ad account claims for its owner', async (t) => {
  const world = await mock(t)
  const account = await partner(world)
  const url = `${path}?ad_account_id=${account}`
  t.equal((await world.call('POST', url, { website: 'kitchens.example.com' })).status, 200)
  t.notOk((await websites(world)).items.some(({ website }: { website: string }) => website === 'kitchens.example.com'))
})

t.test('each user has a code, in each of the forms in which a website publishes it', async (t) => {
  const world = await mock(t)
  const { body } = await world.call('GET', `${path}/verification`)
  const code = body.verification_code
  t.match(code, /^[0-9a-f]{32}$/)
  t.strictSame(body, {
    verification_code: code,
    dns_txt_record: `pinterest-site-verification=${code}`,
    metatag: `<meta name="p:domain_verify" content="${code}"/>`,
    filename: `pinterest-${code.slice(0, 5)}.html`,
    file_content: body.file_content,
  })
  t.ok(body.file_content.includes(body.metatag))
  const other = await world.call('GET', `${path}/verification?ad_account_id=${await partner(world)}`)
  t.not(other.body.verification_code, code)
})

t.test('personal accounts claim no websites', async (t) => {
  const world = await mock(t)
  await world.call('POST', '/__mock/seed', { users: [{ username: 'mock_advertiser', account_type: 'PINNER' }] })
  const refused = { status: 403, body: { code: 403 } }
  t.match(await world.call('GET', path), refused)
  t.match(await world.call('GET', `${path}/verification`), refused)
  t.match(await claim(world, 'shop.example.com'), refused)
})
