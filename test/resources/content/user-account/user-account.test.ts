import t from 'tap'
import { boardIn, pinIn } from '#test/fixtures/pins.ts'
import { mock } from '#test/support/mock.ts'

t.test('the user has every field that clients read', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('GET', '/v5/user_account')
  t.equal(status, 200)
  t.match(body, {
    id: '1055601737567567993',
    username: 'mock_advertiser',
    account_type: 'BUSINESS',
    about: String,
    business_name: String,
    website_url: /^https:/,
    profile_image: /^https:/,
    board_count: 0,
    pin_count: 0,
    follower_count: 0,
    following_count: 0,
    monthly_views: 0,
  })
})

t.test('the user owns the ad accounts, and boards and Pins are counted', async (t) => {
  const world = await mock(t)
  const { id } = await boardIn(world)
  await pinIn(world, { board_id: id })
  await pinIn(world)
  const { body } = await world.call('GET', `/v5/user_account?ad_account_id=${world.account}`)
  t.match(body, { board_count: 1, pin_count: 2 })
  const { owner } = (await world.call('GET', `/v5/ad_accounts/${world.account}`)).body
  t.strictSame(owner, { username: body.username, id: body.id })
})

t.test('the user does not act for an ad account that is not there', async (t) => {
  const { call } = await mock(t)
  t.equal((await call('GET', '/v5/user_account?ad_account_id=1')).status, 403)
})
