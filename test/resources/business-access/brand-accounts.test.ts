import t from 'tap'
import { as, ids, me, nobody, ofBusiness, teamIn, tokens } from '#test/fixtures/businesses.ts'
import { mock } from '#test/support/mock.ts'

const path = (hierarchy = me) => `/v5/business_access/business_hierarchy/${hierarchy}/brand_accounts`

t.test('a brand account is a business of its own, with the profile that it was created with', async (t) => {
  const world = await mock(t, { auth: { tokens: { stores: { user: 'canada_stores' } } } })
  const item = {
    name: 'Stores',
    username: 'canada_stores',
    country: 'CA',
    about: 'In Canada',
    website: 'https://a.example',
  }
  const { status, body } = await world.call('POST', path(), item)
  t.equal(status, 200)
  const { body: user } = await as(world, 'stores', 'GET', '/user_account')
  t.match(user, {
    id: body.brand_account_id,
    account_type: 'BUSINESS',
    business_name: 'Stores',
    about: 'In Canada',
    website_url: 'https://a.example',
  })
  t.equal((await as(world, 'stores', 'GET', `/businesses/${user.id}/members`)).status, 200)
  t.equal((await as(world, 'stores', 'GET', `/businesses/${me}/members`)).status, 403, 'it does not act for the other')
})

t.test('the business above acts for a brand account', async (t) => {
  const world = await mock(t)
  await teamIn(world)
  t.equal((await world.call('GET', `/v5/businesses/${ids.brand}/members`)).status, 200)
  t.equal((await world.call('GET', `/v5/businesses/${ids.agency}/members`)).status, 403)
})

t.test('an update changes what it sends', async (t) => {
  const world = await mock(t, { auth: { tokens } })
  await teamIn(world)
  const change = { username: 'outlets_2', about: 'More' }
  const { body } = await world.call('PATCH', `${path()}/${ids.brand}`, change)
  t.strictSame(body, { brand_account_id: ids.brand })
  const { body: user } = await as(world, 'brand', 'GET', '/user_account')
  t.match(user, { username: 'outlets_2', about: 'More', business_name: 'Outlets' })
})

t.test('what is no brand account of the hierarchy is not changed', async (t) => {
  const world = await mock(t, { auth: { tokens } })
  await teamIn(world)
  const update = (id: string) => world.call('PATCH', `${path()}/${id}`, { about: 'x' })
  t.strictSame((await update(nobody)).body, { code: 404, message: 'User not found.' })
  const { status, body } = await update(ids.agency)
  t.equal(status, 409)
  t.strictSame(body, { code: 409, message: 'This account is not a brand account.' })
  const foreign = `/business_access/business_hierarchy/${ids.agency}/brand_accounts/${ids.brand}`
  t.equal((await as(world, 'agency', 'PATCH', foreign, { about: 'x' })).status, 404)
  t.equal((await as(world, 'agency', 'PATCH', path().slice(3), { about: 'x' })).status, 405)
  t.equal(
    (await as(world, 'agency', 'POST', path().slice(3), { name: 'x', username: 'xyz', country: 'CA' })).status,
    403,
  )
  t.same((await ofBusiness(world, 'GET', '/members')).status, 200)
})
