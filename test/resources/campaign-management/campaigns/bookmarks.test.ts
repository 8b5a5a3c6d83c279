import t from 'tap'
import { awareness } from '#test/fixtures/campaigns.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** Creates so many campaigns, named 0, 1, 2… */
async function withCampaigns({ post }: Mock, count: number, from = 0): Promise<void> {
  const items = Array.from({ length: count }, (_, index) => ({ ...awareness, name: String(from + index) }))
  for (let done = 0; done < count; done += 30) await post('/campaigns', items.slice(done, done + 30))
}

async function page({ get }: Mock, query: string, bookmark?: string) {
  const { body } = await get(`/campaigns?${query}${bookmark === undefined ? '' : `&bookmark=${bookmark}`}`)
  return { names: body.items.map(({ name }: Json) => name).join(' '), bookmark: body.bookmark }
}

t.test('a page that is full has the bookmark of the next one, and the last page has null', async (t) => {
  const world = await mock(t)
  await withCampaigns(world, 5)
  const first = await page(world, 'page_size=2')
  t.match(first, { names: '0 1', bookmark: String })
  const second = await page(world, 'page_size=2', first.bookmark)
  t.match(second, { names: '2 3', bookmark: String })
  t.same(await page(world, 'page_size=2', second.bookmark), { names: '4', bookmark: null })
})

t.test('a full page with nothing behind it is the last', async (t) => {
  const world = await mock(t)
  await withCampaigns(world, 4)
  const { bookmark } = await page(world, 'page_size=2')
  t.same(await page(world, 'page_size=2', bookmark), { names: '2 3', bookmark: null })
  t.same(await page(world, 'page_size=4'), { names: '0 1 2 3', bookmark: null })
})

t.test('a page has 25 items unless another size is asked for', async (t) => {
  const world = await mock(t)
  await withCampaigns(world, 26)
  const { names, bookmark } = await page(world, '')
  t.equal(names.split(' ').length, 25)
  t.same(await page(world, '', bookmark), { names: '25', bookmark: null })
})

t.test('a page has at most 250 items', async (t) => {
  const world = await mock(t)
  await withCampaigns(world, 251)
  const { names, bookmark } = await page(world, 'page_size=250')
  t.equal(names.split(' ').length, 250)
  t.same(await page(world, 'page_size=250', bookmark), { names: '250', bookmark: null })
})

t.test('a bookmark stays right while campaigns are added', async (t) => {
  const world = await mock(t)
  await withCampaigns(world, 3)
  const { bookmark } = await page(world, 'page_size=2')
  await withCampaigns(world, 1, 3)
  t.same(await page(world, 'page_size=2', bookmark), { names: '2 3', bookmark: null })
})

t.test('a bookmark of a descending list stays right while campaigns are added', async (t) => {
  const world = await mock(t)
  await withCampaigns(world, 3)
  const first = await page(world, 'page_size=2&order=DESCENDING')
  t.equal(first.names, '2 1')
  await withCampaigns(world, 1, 3)
  t.same(await page(world, 'page_size=2&order=DESCENDING', first.bookmark), { names: '0', bookmark: null })
})

t.test('a bookmark stays right while campaigns before it leave the list', async (t) => {
  const world = await mock(t)
  await withCampaigns(world, 4)
  const { body } = await world.get('/campaigns?page_size=2')
  for (const { id } of body.items) await world.change('/campaigns', { id, status: 'ARCHIVED' })
  t.same(await page(world, 'page_size=2', body.bookmark), { names: '2 3', bookmark: null })
})

t.test('the size of a page may change on the way', async (t) => {
  const world = await mock(t)
  await withCampaigns(world, 4)
  const { bookmark } = await page(world, 'page_size=1')
  t.same(await page(world, 'page_size=3', bookmark), { names: '1 2 3', bookmark: null })
})

t.test('a bookmark can be put into a URL as it is', async (t) => {
  const world = await mock(t)
  await withCampaigns(world, 120)
  let { bookmark } = await page(world, 'page_size=7')
  while (bookmark !== null) {
    t.match(bookmark, /^[\w.-]+$/)
    bookmark = (await page(world, 'page_size=7', bookmark)).bookmark
  }
})

const otherLists = {
  'of other statuses': '/campaigns?page_size=1&entity_statuses=PAUSED',
  'of other ids': '/campaigns?page_size=1&campaign_ids=1',
  'in the other order': '/campaigns?page_size=1&order=DESCENDING',
  'of another kind': '/ad_groups?page_size=1',
}
for (const [what, path] of Object.entries(otherLists)) {
  t.test(`a bookmark is refused for a list ${what}`, async (t) => {
    const world = await mock(t)
    await withCampaigns(world, 2)
    const { bookmark } = await page(world, 'page_size=1')
    const { status, body } = await world.get(`${path}&bookmark=${bookmark}`)
    t.equal(status, 400)
    t.match(body, { code: 1, message: /^Invalid request: bookmark/ })
  })
}

t.test("a bookmark is refused for another ad account's list", async (t) => {
  const world = await mock(t)
  await withCampaigns(world, 2)
  const { bookmark } = await page(world, 'page_size=1')
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  const { status } = await world.call('GET', `/v5/ad_accounts/${other}/campaigns?page_size=1&bookmark=${bookmark}`)
  t.equal(status, 400)
})

for (const bookmark of ['x', 'bm90LW91cnM', '1', '%00', 'A+B/C==']) {
  t.test(`${bookmark} is no bookmark`, async (t) => {
    const { get } = await mock(t)
    const { status, body } = await get(`/campaigns?bookmark=${bookmark}`)
    t.equal(status, 400)
    t.match(body, { code: 1, message: /^Invalid request: bookmark/ })
  })
}

for (const size of ['0', '251', '-1', '1.5', '3e', '1e1', 'many']) {
  t.test(`${size} is no page size`, async (t) => {
    const { get } = await mock(t)
    const { status, body } = await get(`/campaigns?page_size=${size}`)
    t.equal(status, 400)
    t.match(body, { code: 1, message: String })
  })
}

t.test('a page size that is no number is refused in the words of the real service', async (t) => {
  const { get } = await mock(t)
  const { body } = await get('/campaigns?page_size=3e')
  t.strictSame(body, { code: 1, message: "Parameter 'page_size' was not numeric (was 3e)" })
})
