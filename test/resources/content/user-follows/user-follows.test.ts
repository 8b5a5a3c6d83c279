import t from 'tap'
import { follow, namesIn, seedOthers } from '#test/fixtures/follows.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('a user is followed once, and counted', async (t) => {
  const world = await mock(t)
  await seedOthers(world)
  for (const _ of [1, 2]) {
    t.match(await follow(world, 'other_shop'), { status: 200, body: { username: 'other_shop', type: 'user' } })
  }
  t.strictSame((await world.call('GET', '/v5/user_account/following')).body, {
    items: [{ username: 'other_shop', type: 'user' }],
    bookmark: null,
  })
  t.match((await world.call('GET', '/v5/user_account')).body, { following_count: 1, follower_count: 0 })
})

t.test('a name that no user has is not found', async (t) => {
  const refused = { status: 404, body: { code: 30, message: 'User not found.' } }
  t.match(await follow(await mock(t), 'nobody'), refused)
})

t.test('followers are listed in pages, in the order in which they began to follow', async (t) => {
  const world = await mock(t)
  await seedOthers(world, {
    user_follows: [
      { owner: 'third', user: 'me' },
      { owner: 'other', user: 'me' },
    ],
  })
  t.same(await namesIn(world, 'followers'), ['third_shop', 'other_shop'])
  const first = (await world.call('GET', '/v5/user_account/followers?page_size=1')).body
  t.same(await namesIn(world, `followers?page_size=1&bookmark=${first.bookmark}`), ['other_shop'])
  t.match((await world.call('GET', '/v5/user_account')).body, { following_count: 0, follower_count: 2 })
})

t.test('who owns a followed board is followed too, unless only explicit followings are listed', async (t) => {
  const world = await mock(t)
  await seedOthers(world, { board_follows: [{ board: 'theirs' }], user_follows: [{ user: 'third' }] })
  t.same(await namesIn(world, 'following'), ['other_shop', 'third_shop'])
  t.same(await namesIn(world, 'following?explicit_following=true'), ['third_shop'])
})

t.test('creators are users with a public Pin of their own', async (t) => {
  const world = await mock(t)
  const media_source = { source_type: 'image_url', url: 'https://example.com/a.jpg' }
  await seedOthers(world, {
    pins: [{ owner: 'other', board: 'theirs', media_source }],
    user_follows: [{ user: 'other' }, { user: 'third' }],
  })
  for (const type of ['CREATOR_ONLY', 'RANKED_CREATOR_ONLY']) {
    t.same(await namesIn(world, `following?feed_type=${type}`), ['other_shop'])
  }
  for (const type of ['ALL', 'RANKED']) {
    t.same(await namesIn(world, `following?feed_type=${type}`), ['other_shop', 'third_shop'])
  }
  t.equal((await world.call('GET', '/v5/user_account/following?feed_type=NEWEST')).status, 400)
})

t.test('public boards of followed users are followed too, unless only explicit followings are listed', async (t) => {
  const world = await mock(t)
  await seedOthers(world, {
    boards: [
      { alias: 'theirs', owner: 'other', name: 'Theirs' },
      { owner: 'third', name: 'Public' },
      { owner: 'third', name: 'Secret', privacy: 'SECRET' },
    ],
    board_follows: [{ board: 'theirs' }],
    user_follows: [{ user: 'third' }],
  })
  t.same(await namesIn(world, 'following/boards'), ['Theirs', 'Public'])
  t.same(await namesIn(world, 'following/boards?explicit_following=true'), ['Theirs'])
  const first = (await world.call('GET', '/v5/user_account/following/boards?page_size=1')).body
  t.same(await namesIn(world, `following/boards?page_size=1&bookmark=${first.bookmark}`), ['Public'])
})

t.test('a board counts its followers, until they leave', async (t) => {
  const world = await mock(t)
  const ids = await seedOthers(world, { board_follows: [{ board: 'theirs' }, { owner: 'third', board: 'theirs' }] })
  const followed = async (): Promise<Json> => (await world.call('GET', '/v5/user_account/following/boards')).body.items
  t.match(await followed(), [{ id: ids.boards.theirs, follower_count: 2, owner: { username: 'other_shop' } }])
  const [, second] = (await world.call('GET', '/__mock/state')).body.tables.board_follows
  t.equal((await world.call('DELETE', `/__mock/entities/board_follows/${second.id}`)).status, 200)
  t.match(await followed(), [{ follower_count: 1 }])
})

t.test('a deleted board is followed by nobody', async (t) => {
  const world = await mock(t)
  await seedOthers(world)
  const { body } = await world.call('POST', '/v5/boards', { name: 'Mine' })
  const made = await world.call('POST', '/__mock/entities/board_follows', { board_id: body.id })
  t.same(await namesIn(world, 'following/boards'), ['Mine'])
  await world.call('DELETE', `/v5/boards/${body.id}`)
  t.same(await namesIn(world, 'following/boards'), [])
  t.equal((await world.call('DELETE', `/__mock/entities/board_follows/${made.body.id}`)).status, 404)
})

t.test('direct edits create and end followings of any user', async (t) => {
  const world = await mock(t)
  const { users } = await seedOthers(world)
  const entities = '/__mock/entities/user_follows'
  const made = await world.call('POST', entities, { owner_id: users.other, user_id: users.me })
  t.match(made.body, { id: /^\d+$/, owner_id: users.other, user_id: users.me })
  t.same(await namesIn(world, 'followers'), ['other_shop'])
  t.strictSame((await world.call('PATCH', `${entities}/${made.body.id}`, {})).body, made.body)
  await world.call('DELETE', `${entities}/${made.body.id}`)
  t.same(await namesIn(world, 'followers'), [])
  for (const item of [{ user_id: '1' }, { owner_id: '1', user_id: users.me }, {}]) {
    t.equal((await world.call('POST', entities, item)).status, 400)
  }
})

t.test('a seed has nobody follow itself', async (t) => {
  const world = await mock(t)
  const seed = { users: [{ alias: 'me', username: 'mock_advertiser' }], user_follows: [{ user: 'me' }] }
  t.match(await world.call('POST', '/__mock/seed', seed), { status: 400, body: { message: /cannot follow itself/ } })
})
