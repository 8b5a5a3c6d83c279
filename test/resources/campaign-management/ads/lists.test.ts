import t from 'tap'
import { cbo, madeIn, rulesOf } from '#test/fixtures/ad-groups.ts'
import { adIn, madeAd, pinOf } from '#test/fixtures/ads.ts'
import { type Answer, type Json, type Mock, mock } from '#test/support/mock.ts'

const ids = (items: readonly Json[]): readonly string[] => items.map(({ id }) => id)
const listed = async (world: Mock, query: string) => ids((await world.get(`/ads?${query}`)).body.items)

t.test('without filters a list has the active and paused ads of all ad groups, in order of creation', async (t) => {
  const world = await mock(t)
  const [one, two] = [await madeIn(world, cbo(world)), await madeIn(world, cbo(world))]
  const first = await madeAd(world, {}, two)
  const second = await madeAd(world, { status: 'PAUSED' }, one)
  await madeAd(world, { status: 'DRAFT' }, one)
  const archived = await madeAd(world, {}, one)
  await world.change('/ads', { id: archived.id, status: 'ARCHIVED' })
  const third = await madeAd(world, {}, two)
  t.strictSame(await listed(world, ''), ids([first, second, third]))
  t.strictSame(await listed(world, 'order=ASCENDING'), ids([first, second, third]))
  t.strictSame(await listed(world, 'order=DESCENDING'), ids([third, second, first]))
})

t.test('what a list has is what a read of each ad has', async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world, { name: 'One' })
  t.strictSame((await world.get('/ads')).body, { items: [ad], bookmark: null })
})

t.test('a list is narrowed to campaigns, ad groups or ads, written in any of the ways of real clients', async (t) => {
  const world = await mock(t)
  const [a, b, c] = [await madeAd(world), await madeAd(world), await madeAd(world)]
  for (const [filter, field] of [
    ['campaign_ids', 'campaign_id'],
    ['ad_group_ids', 'ad_group_id'],
    ['ad_ids', 'id'],
  ] as const) {
    t.strictSame(await listed(world, `${filter}=${b[field]}`), ids([b]))
    t.strictSame(await listed(world, `${filter}=${c[field]}&${filter}=${a[field]}`), ids([a, c]))
    t.strictSame(await listed(world, `${filter}=${c[field]}%2C${a[field]},${c[field]}`), ids([a, c]))
    t.strictSame(await listed(world, `${filter}=${c[field]},${a[field]}&order=DESCENDING`), ids([c, a]))
    t.strictSame(await listed(world, `${filter}=123321,${a[field]}`), ids([a]), 'an unknown id is left out')
    t.strictSame((await world.get(`/ads?${filter}=123321`)).body, { items: [], bookmark: null })
  }
})

/** The warnings that the journal has for an answer. */
async function warningsFor({ call }: Mock, { headers }: Answer): Promise<readonly string[]> {
  return (await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)).body.warnings
}

t.test('filters of several kinds all hold, and the journal warns of them', async (t) => {
  const world = await mock(t)
  const [one, other] = [await madeAd(world), await madeAd(world)]
  const beside = await madeAd(world, {}, { id: one.ad_group_id })
  const filters = (ad: Json) => ({ ad_ids: ad.id, ad_group_ids: ad.ad_group_id, campaign_ids: ad.campaign_id })
  const names = ['ad_ids', 'ad_group_ids', 'campaign_ids'] as const
  for (const [index, name] of names.entries()) {
    const second = names.at(index - 1) ?? name
    const query = (first: Json, then: Json) => `${name}=${filters(first)[name]}&${second}=${filters(then)[second]}`
    const answer = await world.get(`/ads?${query(one, one)}`)
    t.equal(answer.status, 200)
    t.strictSame(rulesOf(answer), [])
    const matching = [name, second].includes('ad_ids') ? [one] : [one, beside]
    t.strictSame(ids(answer.body.items), ids(matching), `${name} and ${second}`)
    t.match(await warningsFor(world, answer), [/^Pinterest advises to filter ads by one kind of ids/])
    t.strictSame(await listed(world, query(one, other)), [], `${name} of one, ${second} of another`)
    t.strictSame(await listed(world, query(other, one)), [])
    t.strictSame(await listed(world, `${query(one, one)}&order=DESCENDING`), ids(matching.toReversed()))
    const alone = await world.get(`/ads?${name}=${filters(one)[name]}&${second}=`)
    t.strictSame(await warningsFor(world, alone), [], 'an empty filter is none')
  }
})

t.test('all three kinds of filters hold at once, page by page', async (t) => {
  const world = await mock(t)
  const [one, two, three] = [await madeAd(world), await madeAd(world), await madeAd(world)]
  const all = [one, two, three]
  const query = [
    `ad_ids=${ids(all)}`,
    `ad_group_ids=${[one, three].map(({ ad_group_id }) => ad_group_id)}`,
    `campaign_ids=${[...all, { campaign_id: '123321' }].map(({ campaign_id }) => campaign_id)}`,
    'page_size=1',
  ].join('&')
  const { body: first } = await world.get(`/ads?${query}`)
  t.strictSame(ids(first.items), ids([one]))
  const { body: second } = await world.get(`/ads?${query}&bookmark=${first.bookmark}`)
  t.strictSame(second, { items: [three], bookmark: null })
})

t.test('very many ids of one kind go together with those of another', async (t) => {
  const world = await mock(t)
  const [one, other] = [await madeAd(world), await madeAd(world)]
  const many = Array.from({ length: 249 }, (_, index) => index + 1)
  const query = `ad_group_ids=${[one.ad_group_id, ...many]}&campaign_ids=`
  t.strictSame(await listed(world, query + one.campaign_id), [one.id])
  t.strictSame(await listed(world, query + other.campaign_id), [])
})

t.test('a list shows the statuses that are asked for, under every filter', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world))
  const active = await madeAd(world, {}, adGroup)
  const paused = await madeAd(world, { status: 'PAUSED' }, adGroup)
  const archived = await madeAd(world, {}, adGroup)
  await world.change('/ads', { id: archived.id, status: 'ARCHIVED' })
  for (const within of [
    '',
    `&campaign_ids=${adGroup.campaign_id}`,
    `&ad_group_ids=${adGroup.id}`,
    `&ad_ids=${ids([active, paused, archived])}`,
  ]) {
    t.strictSame(await listed(world, `entity_statuses=PAUSED${within}`), ids([paused]))
    t.strictSame(await listed(world, `entity_statuses=ARCHIVED,ACTIVE${within}`), ids([active, archived]))
    t.strictSame(await listed(world, `entity_statuses=DRAFT${within}`), [])
  }
})

t.test('what belongs to another ad account is left out of a list', async (t) => {
  const world = await mock(t)
  const { id, ad_group_id, campaign_id } = await madeAd(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  for (const query of ['', `?ad_ids=${id}`, `?ad_group_ids=${ad_group_id}`, `?campaign_ids=${campaign_id}`]) {
    const { body } = await world.call('GET', `/v5/ad_accounts/${other}/ads${query}`)
    t.strictSame(body, { items: [], bookmark: null })
  }
})

t.test('bookmarks walk all pages once, under every filter and in both orders', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world))
  const item = adIn(adGroup, await pinOf(world))
  const made = ids((await world.post('/ads', Array(5).fill(item))).body.items.map(({ data }: Json) => data))
  for (const filter of [
    '',
    `campaign_ids=${adGroup.campaign_id}`,
    `ad_group_ids=${adGroup.id}`,
    `ad_ids=${made.join(',')}`,
  ]) {
    for (const [order, expected] of [
      ['ASCENDING', made],
      ['DESCENDING', made.toReversed()],
    ] as const) {
      const query = `${filter}&order=${order}&page_size=2`
      const pages: string[][] = []
      let bookmark: string | null = ''
      do {
        const { body }: { body: Json } = await world.get(`/ads?${query}&bookmark=${bookmark}`)
        pages.push([...ids(body.items)])
        bookmark = body.bookmark
      } while (bookmark !== null)
      t.strictSame(pages, [expected.slice(0, 2), expected.slice(2, 4), expected.slice(4)])
    }
  }
})

t.test('a bookmark belongs to its list', async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world)
  await madeAd(world)
  const { bookmark } = (await world.get('/ads?page_size=1')).body
  for (const query of [`ad_ids=${ad.id}`, 'order=DESCENDING', 'entity_statuses=ACTIVE']) {
    const { status, body } = await world.get(`/ads?${query}&bookmark=${bookmark}`)
    t.equal(status, 400)
    t.match(body, { code: 1, message: /bookmark/ })
  }
})

t.test('a list asked for in a way that the schema does not have is refused', async (t) => {
  const { get } = await mock(t)
  const many = Array.from({ length: 251 }, (_, index) => index + 1).join(',')
  for (const query of [
    'entity_statuses=RUNNING',
    'order=UP',
    'campaign_ids=x',
    'ad_group_ids=AG1',
    `ad_ids=${many}`,
    'page_size=0',
    'page_size=251',
    'bookmark=nobody',
  ]) {
    t.match(await get(`/ads?${query}`), { status: 400, body: { code: 1 } }, query)
  }
})
