import t from 'tap'
import { boardIn, namesIn, pinIn, sectionIn } from '#test/fixtures/pins.ts'
import { mock } from '#test/support/mock.ts'

t.test('a section is created, listed and renamed', async (t) => {
  const world = await mock(t)
  const path = `/v5/boards/${(await boardIn(world)).id}/sections`
  const { status, body } = await world.call('POST', path, { name: 'Day hikes' })
  t.equal(status, 200)
  t.strictSame(body, { id: '5195034900000000126', name: 'Day hikes' })
  const renamed = await world.call('PATCH', `${path}/${body.id}`, { name: 'Long hikes' })
  t.equal(renamed.status, 200)
  t.strictSame(renamed.body, { ...body, name: 'Long hikes' })
  t.strictSame((await world.call('GET', path)).body, { items: [renamed.body], bookmark: null })
})

t.test('each board has its own sections', async (t) => {
  const world = await mock(t)
  const [one, other] = [await boardIn(world, 'One'), await boardIn(world, 'Other')]
  const { id } = await sectionIn(world, one.id)
  await sectionIn(world, other.id)
  t.same(await namesIn(world, `/boards/${one.id}/sections`), ['Day hikes'])
  const answer = await world.call('PATCH', `/v5/boards/${other.id}/sections/${id}`, { name: 'x' })
  t.equal(answer.status, 404)
  t.strictSame(answer.body, { code: 2031, message: "Sorry! We couldn't find this board section." })
})

t.test('a name that the board has is refused, but for the section itself', async (t) => {
  const world = await mock(t)
  const board = await boardIn(world)
  const path = `/v5/boards/${board.id}/sections`
  const { id } = await sectionIn(world, board.id, 'A')
  await sectionIn(world, board.id, 'B')
  for (const answer of [
    await world.call('POST', path, { name: 'B' }),
    await world.call('PATCH', `${path}/${id}`, { name: 'B' }),
  ]) {
    t.equal(answer.status, 400)
    t.match(answer.body, { code: 1, message: /^Invalid board section parameters/ })
  }
  t.equal((await world.call('PATCH', `${path}/${id}`, { name: 'A' })).status, 200)
  t.same(await namesIn(world, `/boards/${board.id}/sections`), ['A', 'B'])
})

t.test('a deleted section goes with its Pins', async (t) => {
  const world = await mock(t)
  const { id: board_id } = await boardIn(world)
  const { id: board_section_id } = await sectionIn(world, board_id)
  await pinIn(world, { title: 'In it', board_id, board_section_id })
  await pinIn(world, { title: 'Beside it', board_id })
  const { status, body } = await world.call('DELETE', `/v5/boards/${board_id}/sections/${board_section_id}`)
  t.equal(status, 204)
  t.equal(body, '')
  t.same(await namesIn(world, `/boards/${board_id}/pins`), ['Beside it'])
  t.same(await namesIn(world, `/boards/${board_id}/sections`), [])
})

t.test('pages of sections follow each other', async (t) => {
  const world = await mock(t)
  const { id } = await boardIn(world)
  for (const name of ['A', 'B', 'C']) await sectionIn(world, id, name)
  const path = `/v5/boards/${id}/sections?page_size=2`
  const first = (await world.call('GET', path)).body
  t.match(first, { items: [{ name: 'A' }, { name: 'B' }], bookmark: String })
  t.match((await world.call('GET', `${path}&bookmark=${first.bookmark}`)).body, {
    items: [{ name: 'C' }],
    bookmark: null,
  })
})

t.test('the sections of a board that is not there are code 40', async (t) => {
  const { call } = await mock(t)
  for (const path of ['/v5/boards/1/sections', '/v5/boards/1/sections/1/pins']) {
    t.match(await call('GET', path), { status: 404, body: { code: 40 } })
  }
  t.match(await call('POST', '/v5/boards/1/sections', { name: 'x' }), { status: 404, body: { code: 40 } })
})

t.test('a section needs a name of 1 to 180 characters', async (t) => {
  const world = await mock(t)
  const path = `/v5/boards/${(await boardIn(world)).id}/sections`
  for (const name of ['', 'x'.repeat(181), null]) {
    t.match(await world.call('POST', path, { name }), { status: 400, body: { code: 1 } })
  }
})
