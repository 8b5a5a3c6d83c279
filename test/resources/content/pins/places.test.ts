import t from 'tap'
import { boardIn, namesIn, pinIn, sectionIn } from '#test/fixtures/pins.ts'
import { type Mock, mock } from '#test/support/mock.ts'

async function twoBoards(world: Mock) {
  const one = (await boardIn(world, 'One')).id
  const other = (await boardIn(world, 'Other')).id
  return { one, other, section: (await sectionIn(world, one)).id, otherSection: (await sectionIn(world, other)).id }
}

t.test('a Pin moves to another board and leaves its section', async (t) => {
  const world = await mock(t)
  const { one, other, section } = await twoBoards(world)
  const { id } = await pinIn(world, { title: 'A', board_id: one, board_section_id: section })
  world.clock.advance(60_000)
  const { body } = await world.call('PATCH', `/v5/pins/${id}`, { board_id: other })
  t.match(body, { board_id: other, board_section_id: null })
  t.same(await namesIn(world, `/boards/${one}/pins`), [])
  t.same(await namesIn(world, `/boards/${other}/pins`), ['A'])
  for (const board of (await world.call('GET', '/v5/boards')).body.items) {
    t.equal(board.board_pins_modified_at, '2026-06-01T12:01:00')
  }
})

t.test('a Pin keeps its section when its board is sent again, and null takes it out', async (t) => {
  const world = await mock(t)
  const { one, section } = await twoBoards(world)
  const { id } = await pinIn(world, { board_id: one, board_section_id: section })
  const { body } = await world.call('PATCH', `/v5/pins/${id}`, { board_id: one, title: 'A' })
  t.match(body, { board_id: one, board_section_id: section })
  t.match((await world.call('PATCH', `/v5/pins/${id}`, { board_section_id: null })).body, {
    board_id: one,
    board_section_id: null,
  })
})

t.test('saving a Pin makes another one with the new board and section', async (t) => {
  const world = await mock(t)
  const { one, other, otherSection } = await twoBoards(world)
  const pin = await pinIn(world, { title: 'A', link: 'https://example.com', board_id: one })
  world.clock.advance(60_000)
  const place = { board_id: other, board_section_id: otherSection }
  const { status, body } = await world.call('POST', `/v5/pins/${pin.id}/save`, place)
  t.equal(status, 200)
  const { id, created_at } = body
  t.not(id, pin.id)
  t.equal(created_at, '2026-06-01T12:01:00')
  t.strictSame(body, { ...pin, id, created_at, ...place, parent_pin_id: pin.id })
  t.strictSame((await world.call('GET', `/v5/pins/${pin.id}`)).body, pin, 'the Pin itself stays')
})

t.test('a Pin that is saved nowhere is on the profile', async (t) => {
  const world = await mock(t)
  const { one } = await twoBoards(world)
  const { id } = await pinIn(world, { board_id: one })
  for (const place of [{}, { board_id: null, board_section_id: null }]) {
    const { body } = await world.call('POST', `/v5/pins/${id}/save`, place)
    t.notOk('board_id' in body)
    t.equal(body.board_section_id, null)
  }
})

t.test('a Pin that was saved outlives the one that it was saved from', async (t) => {
  const world = await mock(t)
  const { one, other } = await twoBoards(world)
  const { id } = await pinIn(world, { title: 'A', board_id: one })
  await world.call('POST', `/v5/pins/${id}/save`, { board_id: other })
  await world.call('DELETE', `/v5/boards/${one}`)
  t.same(await namesIn(world, '/pins'), ['A'])
})

t.test('a Pin created from another one shows what that one shows', async (t) => {
  const world = await mock(t)
  const parent = await pinIn(world)
  const pin = await pinIn(world, { media_source: null, parent_pin_id: parent.id, title: 'Mine' })
  t.match(pin, { parent_pin_id: parent.id, title: 'Mine', media: parent.media })
})

t.test('a board or section that is not there, or of another board, is a 404, and nothing is stored', async (t) => {
  const world = await mock(t)
  const { one, section, otherSection } = await twoBoards(world)
  const pin = await pinIn(world, { board_id: one, board_section_id: section })
  const calls = [
    ['POST', '/v5/pins', { media_source: { source_type: 'image_url', url: 'https://example.com/1.jpg' } }],
    ['PATCH', `/v5/pins/${pin.id}`, { title: 'x' }],
    ['POST', `/v5/pins/${pin.id}/save`, {}],
  ] as const
  for (const [method, path, body] of calls) {
    const unknownBoard = await world.call(method, path, { ...body, board_id: '1' })
    t.match(unknownBoard, { status: 404, body: { code: 40, message: 'Board not found.' } })
    for (const board_section_id of ['1', otherSection]) {
      const unknownSection = await world.call(method, path, { ...body, board_id: one, board_section_id })
      t.match(unknownSection, { status: 404, body: { code: 2031 } })
    }
  }
  t.match(await world.call('POST', '/v5/pins', { ...calls[0][2], board_section_id: section }), { status: 404 })
  t.strictSame((await world.call('GET', '/v5/pins')).body.items, [pin])
})
