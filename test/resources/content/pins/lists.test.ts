import t from 'tap'
import { markPromoted } from '#server/resources/content/pins/repository.ts'
import { boardIn, carousel, namesIn, pinIn, sectionIn, videoSourceIn } from '#test/fixtures/pins.ts'
import { type Mock, mock } from '#test/support/mock.ts'

async function onEveryBoard(world: Mock): Promise<void> {
  for (const privacy of ['PUBLIC', 'PROTECTED', 'SECRET']) {
    await pinIn(world, { title: privacy, board_id: (await boardIn(world, privacy, { privacy })).id })
  }
  await pinIn(world, { title: 'PROFILE' })
}

async function ofEveryType(world: Mock, fields: object = {}): Promise<void> {
  await pinIn(world, { title: 'Image', ...fields })
  await pinIn(world, { title: 'Several', media_source: carousel, ...fields })
  await pinIn(world, { title: 'Video', media_source: await videoSourceIn(world), ...fields })
}

t.test('a list has Pins of every board but PROTECTED ones, which can be asked for', async (t) => {
  const world = await mock(t)
  await onEveryBoard(world)
  t.same(await namesIn(world, '/pins'), ['PUBLIC', 'SECRET', 'PROFILE'])
  t.same(await namesIn(world, '/pins?include_protected_pins=true'), ['PUBLIC', 'PROTECTED', 'SECRET', 'PROFILE'])
  t.same(await namesIn(world, '/pins?pin_type=PRIVATE'), ['SECRET'])
})

t.test('Pins become as private as their board, also when they move', async (t) => {
  const world = await mock(t)
  const { id: board_id } = await boardIn(world)
  await pinIn(world, { title: 'On it', board_id })
  const { id } = await pinIn(world, { title: 'Moved there' })
  await world.call('PATCH', `/v5/boards/${board_id}`, { privacy: 'SECRET' })
  t.same(await namesIn(world, '/pins?pin_type=PRIVATE'), ['On it'])
  await world.call('PATCH', `/v5/pins/${id}`, { board_id })
  t.same(await namesIn(world, '/pins?pin_type=PRIVATE'), ['On it', 'Moved there'])
})

t.test('a list can leave out what was saved, or what was created', async (t) => {
  const world = await mock(t)
  const { id } = await pinIn(world, { title: 'Created' })
  await pinIn(world, { title: 'Saved', media_source: null, parent_pin_id: id })
  t.same(await namesIn(world, '/pins?pin_filter=exclude_repins'), ['Created'])
  t.same(await namesIn(world, '/pins?pin_filter=exclude_native'), ['Saved'])
  t.same(await namesIn(world, '/pins?pin_filter=has_been_promoted'), [])
})

t.test('a Pin of which an ad was made says so, and can be asked for', async (t) => {
  const world = await mock(t)
  await pinIn(world, { title: 'Not promoted' })
  const { id } = await pinIn(world, { title: 'Promoted' })
  markPromoted(world.worlds.world('default').db, id)
  t.same(await namesIn(world, '/pins?pin_filter=has_been_promoted'), ['Promoted'])
  t.equal((await world.call('GET', `/v5/pins/${id}`)).body.has_been_promoted, true)
  const { body } = await world.call('PATCH', `/v5/pins/${id}`, { title: 'Changed' })
  t.equal(body.has_been_promoted, true)
})

t.test('lists can be narrowed to creative types', async (t) => {
  const world = await mock(t)
  const { id: board_id } = await boardIn(world)
  await ofEveryType(world, { board_id })
  for (const path of ['/pins', `/boards/${board_id}/pins`]) {
    t.same(await namesIn(world, path), ['Image', 'Several', 'Video'])
    t.same(await namesIn(world, `${path}?creative_types=VIDEO`), ['Video'])
    t.same(await namesIn(world, `${path}?creative_types=VIDEO,REGULAR`), ['Image', 'Video'])
    t.same(await namesIn(world, `${path}?creative_types=CAROUSEL&creative_types=QUIZ`), ['Several'])
    t.same(await namesIn(world, `${path}?creative_types=QUIZ`), [])
  }
})

t.test('a board lists the Pins of its sections, and a section its own', async (t) => {
  const world = await mock(t)
  const { id: board_id } = await boardIn(world)
  const { id: board_section_id } = await sectionIn(world, board_id)
  await pinIn(world, { title: 'On the board', board_id })
  await pinIn(world, { title: 'In the section', board_id, board_section_id })
  await pinIn(world, { title: 'Elsewhere' })
  t.same(await namesIn(world, `/boards/${board_id}/pins`), ['On the board', 'In the section'])
  t.same(await namesIn(world, `/boards/${board_id}/sections/${board_section_id}/pins`), ['In the section'])
})

t.test('pages of Pins follow each other in every list', async (t) => {
  const world = await mock(t)
  const { id: board_id } = await boardIn(world)
  const { id: board_section_id } = await sectionIn(world, board_id)
  await ofEveryType(world, { board_id, board_section_id })
  for (const path of ['/pins', `/boards/${board_id}/pins`, `/boards/${board_id}/sections/${board_section_id}/pins`]) {
    const first = (await world.call('GET', `/v5${path}?page_size=2`)).body
    t.match(first, { items: [{ title: 'Image' }, { title: 'Several' }], bookmark: /^[\w.-]+$/ })
    const last = (await world.call('GET', `/v5${path}?page_size=2&bookmark=${first.bookmark}`)).body
    t.match(last, { items: [{ title: 'Video' }], bookmark: path === '/pins' ? String : null })
    t.equal((await world.call('GET', `/v5/boards?bookmark=${first.bookmark}`)).status, 400)
  }
})

t.test('the last Pins still have a bookmark, and an empty page follows', async (t) => {
  const world = await mock(t)
  const { id: board_id } = await boardIn(world)
  for (const title of ['1', '2', '3', '4', '5']) await pinIn(world, { title, board_id })
  const { items, bookmark } = (await world.call('GET', '/v5/pins?page_size=100')).body
  t.equal(items.length, 5)
  t.match(bookmark, /^[A-Za-z0-9_-]+$/)
  const end = (await world.call('GET', `/v5/pins?page_size=100&bookmark=${bookmark}`)).body
  t.strictSame(end, { items: [], bookmark: null })
  t.equal((await world.call('GET', `/v5/boards/${board_id}/pins?page_size=100`)).body.bookmark, null)
})

t.test('Pins that came since are on the page that the last bookmark leads to', async (t) => {
  const world = await mock(t)
  await pinIn(world, { title: 'First' })
  const { bookmark } = (await world.call('GET', '/v5/pins')).body
  await pinIn(world, { title: 'Second' })
  t.match((await world.call('GET', `/v5/pins?bookmark=${bookmark}`)).body, {
    items: [{ title: 'Second' }],
    bookmark: String,
  })
})

t.test('where there is no Pin the bookmark is null at once', async (t) => {
  const { call } = await mock(t)
  t.strictSame((await call('GET', '/v5/pins')).body, { items: [], bookmark: null })
})

t.test('the Pins of a board or section that is not there are a 404', async (t) => {
  const world = await mock(t)
  const { id } = await boardIn(world)
  t.match(await world.call('GET', '/v5/boards/1/pins'), { status: 404, body: { code: 40 } })
  t.match(await world.call('GET', `/v5/boards/${id}/sections/1/pins`), { status: 404, body: { code: 2031 } })
})

const refused = ['pin_filter=none', 'pin_type=PUBLIC', 'creative_types=PHOTO', 'page_size=251', 'pin_metrics=maybe']
for (const query of refused) {
  t.test(`a list of Pins is refused ${query}`, async (t) => {
    const { call } = await mock(t)
    t.match(await call('GET', `/v5/pins?${query}`), { status: 400, body: { code: 1, message: String } })
  })
}
