import t from 'tap'
import { hikers, namesIn, templateIn } from '#test/fixtures/templates.ts'
import { mock } from '#test/support/mock.ts'

t.test('an account without templates lists none', async (t) => {
  const { get } = await mock(t)
  t.strictSame((await get('/targeting_templates')).body, { items: [], bookmark: null })
})

t.test('templates are listed in the order of their creation, or backwards', async (t) => {
  const world = await mock(t)
  for (const name of ['A', 'B', 'C']) await templateIn(world, { name })
  t.strictSame(await namesIn(world), ['A', 'B', 'C'])
  t.strictSame(await namesIn(world, '?order=ASCENDING'), ['A', 'B', 'C'])
  t.strictSame(await namesIn(world, '?order=DESCENDING'), ['C', 'B', 'A'])
})

t.test('a search finds a part of the name in any case, and means it literally', async (t) => {
  const world = await mock(t)
  for (const name of ['Étoile', 'Gaming fans', 'Board GAMES', '100% wool']) await templateIn(world, { name })
  t.strictSame(await namesIn(world, '?search_query=gam'), ['Gaming fans', 'Board GAMES'])
  t.strictSame(await namesIn(world, '?search_query=GAM&order=DESCENDING'), ['Board GAMES', 'Gaming fans'])
  t.strictSame(await namesIn(world, '?search_query=%C3%A9TOILE'), ['Étoile'])
  t.strictSame(await namesIn(world, '?search_query=%25'), ['100% wool'])
  t.strictSame(await namesIn(world, '?search_query=nobody'), [])
  t.equal((await namesIn(world, '?search_query=')).length, 4)
})

t.test('a search of more templates than one statement walks finds them all', async (t) => {
  const world = await mock(t)
  for (let index = 0; index < 105; index++) await templateIn(world, { name: `Many ${index}` })
  await templateIn(world, { name: 'One' })
  t.equal((await namesIn(world, '?search_query=many&page_size=250')).length, 105)
})

t.test('pages of templates follow each other in either order, with a search and without', async (t) => {
  const world = await mock(t)
  for (const name of ['A', 'B', 'C']) await templateIn(world, { name })
  for (const [query, first, last] of [
    ['', ['A', 'B'], ['C']],
    ['&order=DESCENDING', ['C', 'B'], ['A']],
    ['&include_sizing=true', ['A', 'B'], ['C']],
  ] as const) {
    const url = `/targeting_templates?page_size=2${query}`
    const { items, bookmark } = (await world.get(url)).body
    t.match(
      items,
      first.map((name) => ({ name })),
    )
    t.match((await world.get(`${url}&bookmark=${bookmark}`)).body, {
      items: last.map((name) => ({ name })),
      bookmark: null,
    })
  }
})

t.test("another account's templates are left out", async (t) => {
  const world = await mock(t)
  await templateIn(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  for (const query of ['', '?search_query=hikers']) {
    const { body } = await world.call('GET', `/v5/ad_accounts/${other}/targeting_templates${query}`)
    t.strictSame(body, { items: [], bookmark: null })
  }
})

t.test('a bookmark belongs to its order and search', async (t) => {
  const world = await mock(t)
  await world.post('/targeting_templates', hikers)
  await world.post('/targeting_templates', hikers)
  const { bookmark } = (await world.get('/targeting_templates?page_size=1')).body
  for (const query of ['order=DESCENDING', 'search_query=hikers']) {
    const { status, body } = await world.get(`/targeting_templates?page_size=1&bookmark=${bookmark}&${query}`)
    t.equal(status, 400)
    t.match(body.message, /^Invalid request: bookmark/)
  }
})

t.test('a list of templates is refused what the schema does not have', async (t) => {
  const { get } = await mock(t)
  for (const query of ['order=UP', 'include_sizing=perhaps', 'page_size=251', 'page_size=0', 'bookmark=nobody']) {
    const { status, body } = await get(`/targeting_templates?${query}`)
    t.equal(status, 400, query)
    t.equal(body.code, 1)
  }
})
