import t from 'tap'
import { madeIn } from '#test/fixtures/ad-groups.ts'
import { keywordsOf, negative, parentsIn, valuesIn } from '#test/fixtures/keywords.ts'
import { mock } from '#test/support/mock.ts'

const named = (value: string, match_type = 'EXACT_NEGATIVE') => ({ value, match_type })

t.test('an account without keywords lists none', async (t) => {
  const { get } = await mock(t)
  t.strictSame((await get('/keywords')).body, { items: [], bookmark: null })
})

t.test('a list answers keywords as their creation did', async (t) => {
  const world = await mock(t)
  const created = await keywordsOf(world, world.account, named('A'), named('B'))
  const { status, body } = await world.get('/keywords')
  t.equal(status, 200)
  t.strictSame(body, { items: created, bookmark: null })
})

t.test('a list has the keywords of one parent: the ad account itself unless another is named', async (t) => {
  const world = await mock(t)
  const { campaign, adGroup } = await parentsIn(world)
  await keywordsOf(world, world.account, named('of the account'))
  await keywordsOf(world, campaign.id, named('of the campaign'))
  await keywordsOf(world, adGroup.id, named('of the ad group'))
  t.strictSame(await valuesIn(world), ['of the account'])
  t.strictSame(await valuesIn(world, `?campaign_id=${campaign.id}`), ['of the campaign'])
  t.strictSame(await valuesIn(world, `?ad_group_id=${adGroup.id}`), ['of the ad group'])
})

t.test('a list of several ad groups has the keywords of all, in order of creation', async (t) => {
  const world = await mock(t)
  const { campaign, adGroup } = await parentsIn(world)
  const second = await madeIn(world, campaign)
  await keywordsOf(world, second.id, named('A'))
  await keywordsOf(world, adGroup.id, named('B'))
  await keywordsOf(world, second.id, named('C'))
  t.strictSame(await valuesIn(world, `?ad_group_ids=${adGroup.id},${second.id}`), ['A', 'B', 'C'])
  t.strictSame(await valuesIn(world, `?ad_group_ids=${adGroup.id}&ad_group_ids=${second.id}`), ['A', 'B', 'C'])
  t.strictSame(await valuesIn(world, `?ad_group_ids=${second.id}`), ['A', 'C'])
  const unknown = Array.from({ length: 249 }, (_, index) => index + 1).join(',')
  t.strictSame(await valuesIn(world, `?ad_group_ids=${unknown},${second.id}`), ['A', 'C'])
})

t.test('a list is narrowed to match types', async (t) => {
  const world = await mock(t)
  const { adGroup } = await parentsIn(world)
  await keywordsOf(world, adGroup.id, named('A', 'BROAD'), named('B', 'EXACT'), named('C', 'BROAD'))
  const query = `?ad_group_id=${adGroup.id}`
  t.strictSame(await valuesIn(world, `${query}&match_types=BROAD`), ['A', 'C'])
  t.strictSame(await valuesIn(world, `${query}&match_types=BROAD&match_types=EXACT`), ['A', 'B', 'C'])
  t.strictSame(await valuesIn(world, `${query}&match_types=EXACT,PHRASE`), ['B'])
  t.strictSame(await valuesIn(world, `${query}&match_types=PHRASE`), [])
})

t.test('unknown parents have no keywords', async (t) => {
  const world = await mock(t)
  await keywordsOf(world, world.account, negative)
  for (const filter of ['campaign_id=123', 'ad_group_id=123', 'ad_group_ids=123,456']) {
    t.strictSame((await world.get(`/keywords?${filter}`)).body, { items: [], bookmark: null })
  }
})

t.test("another account's keywords are left out", async (t) => {
  const world = await mock(t)
  const { campaign, adGroup } = await parentsIn(world)
  await keywordsOf(world, campaign.id, negative)
  await keywordsOf(world, adGroup.id, negative)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  for (const query of ['', `?campaign_id=${campaign.id}`, `?ad_group_id=${adGroup.id}`]) {
    const { body } = await world.call('GET', `/v5/ad_accounts/${other}/keywords${query}`)
    t.strictSame(body, { items: [], bookmark: null })
  }
})

t.test('pages of keywords follow each other, 25 unless asked otherwise', async (t) => {
  const world = await mock(t)
  const values = Array.from({ length: 26 }, (_, index) => `word ${index}`)
  await keywordsOf(world, world.account, ...values.map((value) => named(value)))
  const first = (await world.get('/keywords')).body
  t.equal(first.items.length, 25)
  t.match(first.bookmark, /^[\w.-]+$/)
  t.strictSame(await valuesIn(world, `?bookmark=${first.bookmark}`), ['word 25'])
  t.equal((await world.get('/keywords?page_size=250')).body.items.length, 26)
})

const refused = {
  'a bookmark that it did not give': 'bookmark=x',
  'a match type that does not exist': 'match_types=NEGATIVE',
  'an id that is no number': 'campaign_id=x',
  'a page size of 251': 'page_size=251',
  'a campaign and an ad group at once': 'campaign_id=1&ad_group_id=1',
  'one ad group and several at once': 'ad_group_id=1&ad_group_ids=1,2',
  'more than 250 ad groups': `ad_group_ids=${Array.from({ length: 251 }, (_, index) => index)}`,
}
for (const [what, query] of Object.entries(refused)) {
  t.test(`a list of keywords is refused ${what}`, async (t) => {
    const { get } = await mock(t)
    const { status, body } = await get(`/keywords?${query}`)
    t.equal(status, 400)
    t.match(body, { code: 1, message: String })
  })
}

t.test('a bookmark belongs to the parent that was listed', async (t) => {
  const world = await mock(t)
  const { campaign } = await parentsIn(world)
  await keywordsOf(world, world.account, named('A'), named('B'))
  const { bookmark } = (await world.get('/keywords?page_size=1')).body
  const { status, body } = await world.get(`/keywords?page_size=1&campaign_id=${campaign.id}&bookmark=${bookmark}`)
  t.equal(status, 400)
  t.match(body.message, /^Invalid request: bookmark/)
})
