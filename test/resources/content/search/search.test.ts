import t from 'tap'
import { seedOthers } from '#test/fixtures/follows.ts'
import { boardIn, pinIn } from '#test/fixtures/pins.ts'
import { type Answer, type Json, type Mock, mock } from '#test/support/mock.ts'

const url = (path: string, query: object): string =>
  `/v5/search/${path}?${new URLSearchParams(Object.entries(query) as [string, string][])}`
const search = ({ call }: Mock, path: string, query: object): Promise<Answer> => call('GET', url(path, query))
const idsOf = async (mock: Mock, path: string, query: object): Promise<readonly string[]> =>
  (await search(mock, path, query)).body.items.map(({ id }: Json) => id)

t.test('a Pin is found by words of its texts, in any order and case', async (t) => {
  const world = await mock(t)
  const walk = await pinIn(world, { title: 'A walk in Spring', description: 'Ten paths', alt_text: 'A Wiese in Köln' })
  await pinIn(world, { title: 'Boots', link: 'https://example.com/walk' })
  for (const query of ['walk', 'SPRING walk', 'ten', 'köln wiese', ' walk  paths ', 'alk']) {
    t.same(await idsOf(world, 'pins', { query }), [walk.id], query)
  }
  for (const query of ['walk boots', 'winter', '10%', '_']) t.same(await idsOf(world, 'pins', { query }), [], query)
})

t.test('a found Pin is answered as lists have it', async (t) => {
  const world = await mock(t)
  const { pin_metrics: _, ...pin } = await pinIn(world, { title: 'Walk' })
  t.match((await search(world, 'pins', { query: 'walk' })).body.items, [pin])
})

t.test('Pins are found by their ids', async (t) => {
  const world = await mock(t)
  const [one, , third] = [await pinIn(world), await pinIn(world), await pinIn(world)]
  t.same(await idsOf(world, 'pins', { query: `${third.id}, ${one.id}` }), [one.id, third.id])
})

t.test('a search needs a query, and finds everything by an empty one', async (t) => {
  const world = await mock(t)
  const { id } = await pinIn(world)
  t.equal((await search(world, 'pins', {})).status, 400)
  t.same(await idsOf(world, 'pins', { query: '' }), [id])
})

t.test('a search finds boards by name and description, of any privacy', async (t) => {
  const world = await mock(t)
  const trails = await boardIn(world, 'Trails', { description: 'Where to walk', privacy: 'SECRET' })
  const shoes = await boardIn(world, 'Shoes')
  t.same(await idsOf(world, 'boards', { query: 'trails WALK' }), [trails.id])
  t.same(await idsOf(world, 'boards', {}), [trails.id, shoes.id])
  const found = (await search(world, 'boards', { query: shoes.id })).body.items
  t.match(found, [{ id: shoes.id, name: 'Shoes', pin_count: 0, owner: { username: 'mock_advertiser' } }])
})

t.test('a page of a search ends with an empty one, as recorded', async (t) => {
  const world = await mock(t)
  for (const name of ['Walk 1', 'Other', 'Walk 2', 'Walk 3']) await boardIn(world, name)
  const names: string[][] = []
  let bookmark = ''
  do {
    const { body } = await search(world, 'boards', { query: 'walk', page_size: 2, bookmark })
    names.push(body.items.map(({ name }: Json) => name))
    bookmark = body.bookmark
  } while (bookmark !== null)
  t.same(names, [['Walk 1', 'Walk 2'], ['Walk 3'], []])
  const first = (await search(world, 'boards', { query: 'walk', page_size: 2 })).body.bookmark
  t.equal((await search(world, 'boards', { query: 'other', bookmark: first })).status, 400, 'of another query')
})

t.test('Pins come 25 to a page', async (t) => {
  const world = await mock(t)
  for (let count = 0; count < 26; count++) await pinIn(world, { title: `Walk ${count}` })
  const { items, bookmark } = (await search(world, 'pins', { query: 'walk' })).body
  t.equal(items.length, 25)
  t.match((await search(world, 'pins', { query: 'walk', bookmark })).body.items, [{ title: 'Walk 25' }])
})

t.test("only the user's own are found; of another user by an ad account", async (t) => {
  const world = await mock(t)
  const media_source = { source_type: 'image_url', url: 'https://example.com/a.jpg' }
  const ids = await seedOthers(world, {
    ad_accounts: [{ alias: 'account', owner: 'other', name: 'Theirs', roles: { me: ['ANALYST'] } }],
    pins: [{ alias: 'walk', owner: 'other', board: 'theirs', title: 'Walk', media_source }],
  })
  const ad_account_id = ids.ad_accounts.account
  t.same(await idsOf(world, 'pins', { query: 'walk' }), [])
  t.same(await idsOf(world, 'boards', { query: 'theirs' }), [])
  t.same(await idsOf(world, 'pins', { query: 'walk', ad_account_id }), [ids.pins.walk])
  t.same(await idsOf(world, 'boards', { query: 'theirs', ad_account_id }), [ids.boards.theirs])
})

t.test('a search for public Pins finds those of all users, and none that is secret', async (t) => {
  const world = await mock(t)
  const media_source = { source_type: 'image_url', url: 'https://example.com/a.jpg' }
  const ids = await seedOthers(world, {
    pins: [
      { alias: 'walk', owner: 'other', board: 'theirs', title: 'Walk', link: 'https://example.com', media_source },
    ],
  })
  const secret = await boardIn(world, 'Secret', { privacy: 'SECRET' })
  await pinIn(world, { title: 'Walk', board_id: secret.id })
  const mine = await pinIn(world, { title: 'Another walk' })
  const { body } = await search(world, 'partner/pins', { term: 'walk', country_code: 'US' })
  t.same(
    body.items.map(({ id }: Json) => id),
    [ids.pins.walk, mine.id],
  )
  t.strictSame(Object.keys(body.items[0]), ['id', 'link', 'title', 'description', 'alt_text', 'media'])
})

t.test('a search for public Pins has 10 of them, or as many as the limit says', async (t) => {
  const world = await mock(t)
  for (let count = 0; count < 12; count++) await pinIn(world, { title: 'Walk' })
  const sizes = []
  for (const limit of ['', '1', '50']) {
    sizes.push((await search(world, 'partner/pins', { term: 'walk', country_code: 'US', limit })).body.items.length)
  }
  t.same(sizes, [10, 1, 12])
  t.equal((await search(world, 'partner/pins', { term: 'walk', country_code: 'US', limit: '51' })).status, 400)
})
