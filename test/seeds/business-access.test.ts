import t from 'tap'
import { audienceIn } from '../fixtures/audiences.ts'
import { ids, me, ofBusiness, teamIn } from '../fixtures/businesses.ts'
import { type Json, mock } from '../support/mock.ts'

const access = { business: 'me', member: 'editor', profile: 'me', permissions: ['PROFILE_PUBLISHER'] }
const invite = { business: 'me', recipient: 'pinner', invite_type: 'MEMBER_INVITE', business_role: 'EMPLOYEE' }

/** Items that a seed refuses: the section, the item, and what is said of it. */
const refused: readonly (readonly [string, object, RegExp])[] = [
  ['business_asset_access', { ...access, profile: undefined }, /needs ad_account, profile, asset_group or catalog/],
  ['business_asset_access', { ...access, ad_account: 'theirs' }, /takes one of ad_account, profile, asset_group and/],
  ['business_asset_access', { ...access, partner: 'kitchens' }, /needs member or partner, and takes one of them/],
  [
    'business_asset_access',
    { ...access, member: 'pinner' },
    /must be a member of the business.*business_access.member/,
  ],
  ['business_asset_access', { ...access, permissions: ['ADMIN'] }, /business_access.permissions.applicable/],
  ['business_invites', { ...invite, email: 'reader@example.org' }, /needs recipient or email, and takes one of them/],
  ['business_invites', { ...invite, recipient: 'editor' }, /is a member.*already.*business_invite.related/],
  ['business_invites', { ...invite, ad_accounts: { theirs: ['ANALYST'] } }, /Invalid asset id.*business_invite.assets/],
  ['shared_audiences', { audience: '1' }, /'1' is not among the audiences/],
  [
    'brand_accounts',
    { business: 'me', name: 'x', username: 'an_agency', country: 'US' },
    /brand_account.username.free/,
  ],
]

for (const [section, item, message] of refused) {
  t.test(`${JSON.stringify(item)} in ${section} is refused`, async (t) => {
    const world = await mock(t)
    await teamIn(world)
    const { status, body } = await world.call('POST', '/__mock/seed', { [section]: [item] })
    t.equal(status, 400)
    t.match(body.message, message)
  })
}

t.test('a shared audience of a seed needs one recipient', async (t) => {
  const world = await mock(t)
  await teamIn(world)
  const { id: audience } = await audienceIn(world)
  const share = async (item: object): Promise<Json> =>
    (await world.call('POST', '/__mock/seed', { shared_audiences: [{ audience, ...item }] })).body.message
  t.match(await share({}), /needs ad_account, business or brand_account/)
  t.match(
    await share({ business: 'me', brand_account: 'brand' }),
    /takes one of ad_account, business and brand_account/,
  )
  t.equal(await share({ brand_account: 'brand' }), undefined)
})

t.test('a seed on top of a world adds members to a business that is there, by its id', async (t) => {
  const world = await mock(t)
  await teamIn(world)
  const business_members = [{ business: me, user: ids.pinner, business_role: 'BIZ_ADMIN', created: '-P3D' }]
  t.equal((await world.call('POST', '/__mock/seed', { business_members })).status, 200)
  const { body } = await ofBusiness(world, 'GET', `/members?member_ids=${ids.pinner}`)
  t.equal(body.items[0].created_time, (world.now - 3 * 86_400) * 1000)
})
