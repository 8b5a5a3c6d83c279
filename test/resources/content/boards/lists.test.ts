import t from 'tap'
import { boardIn, namesIn } from '#test/fixtures/pins.ts'
import { type Mock, mock } from '#test/support/mock.ts'

async function ofEveryPrivacy(world: Mock): Promise<void> {
  for (const privacy of ['PUBLIC', 'PROTECTED', 'SECRET']) await boardIn(world, privacy, { privacy })
}

t.test('a list has every board in the order of creation', async (t) => {
  const world = await mock(t)
  await ofEveryPrivacy(world)
  t.same(await namesIn(world, '/boards'), ['PUBLIC', 'PROTECTED', 'SECRET'])
})

t.test('a list can be narrowed to how private boards are', async (t) => {
  const world = await mock(t)
  await ofEveryPrivacy(world)
  for (const privacy of ['PUBLIC', 'PROTECTED', 'SECRET']) {
    t.same(await namesIn(world, `/boards?privacy=${privacy}`), [privacy])
  }
  t.same(await namesIn(world, '/boards?privacy=PUBLIC_AND_SECRET'), ['PUBLIC', 'SECRET'])
  t.same(await namesIn(world, '/boards?privacy=ALL'), ['PUBLIC', 'PROTECTED', 'SECRET'])
  t.equal((await world.call('GET', '/v5/boards?privacy=HIDDEN')).status, 400)
})

t.test('query parameters that nobody documented are ignored', async (t) => {
  const world = await mock(t)
  await boardIn(world)
  t.same(await namesIn(world, '/boards?include_empty=false&include_archived=false'), ['Trails'])
})

t.test('pages of boards follow each other', async (t) => {
  const world = await mock(t)
  for (const name of ['A', 'B', 'C']) await boardIn(world, name)
  const first = (await world.call('GET', '/v5/boards?page_size=2')).body
  t.match(first, { items: [{ name: 'A' }, { name: 'B' }], bookmark: /^[\w.-]+$/ })
  const last = (await world.call('GET', `/v5/boards?page_size=2&bookmark=${first.bookmark}`)).body
  t.match(last, { items: [{ name: 'C' }], bookmark: null })
  t.equal((await world.call('GET', `/v5/boards?privacy=PUBLIC&bookmark=${first.bookmark}`)).status, 400)
})

t.test('a board answers the same in a list as alone', async (t) => {
  const world = await mock(t, { seed: 'small' })
  for (const board of (await world.call('GET', '/v5/boards')).body.items) {
    t.strictSame((await world.call('GET', `/v5/boards/${board.id}`)).body, board)
  }
})
