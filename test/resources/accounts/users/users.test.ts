import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import { findUserByName, listUsers } from '#server/resources/accounts/users/repository.ts'
import { saveUser } from '#server/resources/accounts/users/service.ts'
import { image } from '#test/fixtures/pins.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** The seed small, in which `partner` is the token of its second user. */
const two = (t: Parameters<typeof mock>[0]) =>
  mock(t, { seed: 'small', auth: { tokens: { partner: { user: 'coastal_kitchens' } } } })

const as = ({ call }: Mock, token: string, method: string, url: string, body?: unknown) =>
  call(method, `/v5${url}`, body, { authorization: `Bearer ${token}` })

const outletOf = async (world: Mock): Promise<string> =>
  (await as(world, 'partner', 'GET', '/ad_accounts')).body.items[1].id

t.test('every world has the first user from the start', async (t) => {
  const db = openMemory()
  migrate(db)
  t.match(listUsers(db), [defaultUser])
})

t.test('each user has a profile, and what it has is counted for itself', async (t) => {
  const world = await two(t)
  t.match((await as(world, 'partner', 'GET', '/user_account')).body, {
    username: 'coastal_kitchens',
    business_name: 'Coastal Kitchens',
    website_url: 'https://kitchens.example.com',
    board_count: 1,
    pin_count: 0,
  })
  t.match((await as(world, 'any', 'GET', '/user_account')).body, { ...defaultUser, board_count: 2, pin_count: 4 })
})

t.test('two users have boards of one name, and each sees its own alone', async (t) => {
  const world = await two(t)
  const { status, body: board } = await as(world, 'partner', 'POST', '/boards', { name: 'Trails' })
  t.equal(status, 200)
  t.match(board.owner, { username: 'coastal_kitchens' })
  const names = async (token: string) =>
    (await as(world, token, 'GET', '/boards')).body.items.map(({ name }: Json) => name)
  t.same(await names('partner'), ['Coast paths', 'Trails'])
  t.same(await names('any'), ['Trails', 'Ad-only Pins'])
  for (const path of ['', '/pins', '/sections']) {
    const answer = await as(world, 'any', 'GET', `/boards/${board.id}${path}`)
    t.match(answer, { status: 404, body: { code: 40 } }, path)
  }
  t.match((await as(world, 'partner', 'POST', '/boards', { name: 'trails' })).body, { code: 1 })
})

t.test('Pins are their user’s; others may save those that are for everybody', async (t) => {
  const world = await two(t)
  const pin = async (privacy: string) => {
    const board_id = (await as(world, 'partner', 'POST', '/boards', { name: privacy, privacy })).body.id
    return (await as(world, 'partner', 'POST', '/pins', { board_id, title: privacy, media_source: image })).body
  }
  const [open, secret] = [await pin('PUBLIC'), await pin('SECRET')]
  t.match(open.board_owner, { username: 'coastal_kitchens' })
  t.equal((await as(world, 'partner', 'GET', '/pins')).body.items.length, 2)
  t.equal((await as(world, 'any', 'GET', '/pins?include_protected_pins=true')).body.items.length, 4)
  t.match(await as(world, 'any', 'GET', `/pins/${open.id}`), { status: 404, body: { code: 50 } })
  const [{ id: board_id }] = (await as(world, 'any', 'GET', '/boards')).body.items
  const saved = await as(world, 'any', 'POST', `/pins/${open.id}/save`, { board_id })
  t.match(saved, { status: 200, body: { parent_pin_id: open.id, board_owner: { username: 'mock_advertiser' } } })
  t.equal((await as(world, 'any', 'POST', `/pins/${secret.id}/save`, { board_id })).status, 404)
})

t.test('a call that names an ad account acts for its owner, where the role allows it', async (t) => {
  const world = await two(t)
  const query = `?ad_account_id=${await outletOf(world)}`
  t.match((await as(world, 'any', 'GET', `/user_account${query}`)).body, { username: 'coastal_kitchens' })
  const { status, body } = await as(world, 'any', 'POST', `/boards${query}`, { name: 'Recipes' })
  t.equal(status, 200)
  t.match(body.owner, { username: 'coastal_kitchens' })
  t.match((await as(world, 'partner', 'GET', '/boards')).body.items, [{ name: 'Coast paths' }, { name: 'Recipes' }])
  const [kitchens] = (await as(world, 'partner', 'GET', '/ad_accounts')).body.items
  t.equal((await as(world, 'any', 'GET', `/boards?ad_account_id=${kitchens.id}`)).status, 403)
})

t.test('an owner whom nobody knows yet is a new user', async (t) => {
  const { call, worlds } = await mock(t)
  const { body } = await call('POST', '/v5/ad_accounts', { name: 'Theirs', owner_user_id: '123' })
  t.strictSame(body.owner, { username: 'user123', id: '123' })
  saveUser(worlds.world('default'), 'user45', {})
  const other = await call('POST', '/v5/ad_accounts', { name: 'Theirs', owner_user_id: '45' })
  t.strictSame(other.body.owner, { username: 'user45_', id: '45' })
  t.match(findUserByName(worlds.world('default').db, 'user123'), { id: '123' })
})

t.test('a user may have an id of nineteen digits, as the live service gives them today', async (t) => {
  const { call } = await mock(t, { auth: { tokens: {} } })
  const owner = '1072068023705238984'
  const { status, body } = await call('POST', '/v5/ad_accounts', { name: 'Theirs', owner_user_id: owner })
  t.equal(status, 200)
  t.equal(body.owner.id, owner)
  t.match((await call('GET', `/v5/user_account?ad_account_id=${body.id}`)).body, { id: owner })
})

const seedOf = (t: Parameters<typeof mock>[0], content: object) => {
  const seed = join(t.testdir(), 'seed.json')
  writeFileSync(seed, JSON.stringify(content))
  return mock(t, { seed, auth: { tokens: { second: { user: 'second_user' } } } })
}

t.test('a seed has users, their ad accounts, boards and Pins, and roles', async (t) => {
  const world = await seedOf(t, {
    users: [
      { alias: 'first', username: 'mock_advertiser', business_name: 'Renamed' },
      { alias: 'second', username: 'second_user', account_type: 'PINNER' },
    ],
    ad_accounts: [
      { alias: 'a', name: 'A', roles: { second: ['CAMPAIGN_MANAGER'] } },
      { alias: 'b', name: 'B', owner: 'second' },
    ],
    boards: [{ alias: 'theirs', owner: 'second', name: 'Theirs' }],
    board_sections: [{ alias: 'part', board: 'theirs', owner: 'second', name: 'Part' }],
    pins: [{ board: 'theirs', section: 'part', owner: 'second', title: 'Pin', media_source: image }],
  })
  t.match((await as(world, 'any', 'GET', '/user_account')).body, { business_name: 'Renamed' })
  t.match((await as(world, 'second', 'GET', '/user_account')).body, { account_type: 'PINNER', pin_count: 1 })
  const visible = (await as(world, 'second', 'GET', '/ad_accounts')).body.items
  t.match(visible, [
    { name: 'A', permissions: ['CAMPAIGN_MANAGER'] },
    { name: 'B', permissions: ['OWNER'] },
  ])
})

for (const [what, content] of Object.entries({
  'an unknown role': { ad_accounts: [{ name: 'A', roles: { x: ['KING'] } }] },
  'an unknown owner': { ad_accounts: [{ name: 'A', owner: 'nobody' }] },
  'a user without a name': { users: [{ alias: 'x' }] },
})) {
  t.test(`a seed with ${what} is refused with the place`, async (t) => {
    await t.rejects(seedOf(t, content), /users|ad_accounts/)
  })
}
