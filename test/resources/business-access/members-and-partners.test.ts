import t from 'tap'
import { as, assign, assignToPartner, ids, itemsOf, me, ofBusiness, teamIn, tokens } from '#test/fixtures/businesses.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

async function team(t: Parameters<typeof mock>[0], more: object = {}): Promise<Mock> {
  const world = await mock(t, { auth: { tokens } })
  await teamIn(world, more)
  return world
}

const idsOf = async (answer: ReturnType<typeof ofBusiness>): Promise<readonly string[]> =>
  (await itemsOf(answer)).map(({ id }: Json) => id)

const summary = (id: string, username: string) => ({ email: `${username}@example.com`, id, username })

t.test('a member is listed with its role, who added it, and its assets where they are requested', async (t) => {
  const world = await team(t)
  await assign(world, ['ANALYST'])
  const [member] = await itemsOf(ofBusiness(world, 'GET', '/members?assets_summary=true'))
  t.strictSame(member, {
    assets_summary: { ad_accounts: [{ id: world.account, permissions: ['ANALYST'] }], profiles: [] },
    business_roles: ['EMPLOYEE'],
    created_by_business: summary(me, 'mock_advertiser'),
    created_by_user: summary(me, 'mock_advertiser'),
    created_time: world.now * 1000,
    id: ids.editor,
    is_shared_partner: false,
    user: summary(ids.editor, 'an_editor'),
  })
  const [bare] = await itemsOf(ofBusiness(world, 'GET', '/members'))
  t.equal(bare.assets_summary, null)
})

t.test('members are filtered by role, by id and by what they are, and skipped', async (t) => {
  const world = await team(t, { business_members: [{ business: 'me', user: 'editor', business_role: 'EMPLOYEE' }] })
  await world.call('POST', '/__mock/seed', {
    business_members: [
      { business: 'me', user: 'pinner', business_role: 'BIZ_ADMIN' },
      { business: 'me', user: 'robot', business_role: 'EMPLOYEE', system_user_name: 'Billing' },
    ],
  })
  const listed = (query: string) => idsOf(ofBusiness(world, 'GET', `/members?${query}`))
  t.same(await listed(''), [ids.editor, ids.pinner])
  t.same(await listed('business_roles=BIZ_ADMIN'), [ids.pinner])
  t.same(await listed('business_roles=BIZ_ADMIN,EMPLOYEE'), [ids.editor, ids.pinner])
  t.same(await listed(`member_ids=${ids.pinner},${ids.agency}`), [ids.pinner])
  t.same(await listed('fetch_system_users=true'), [ids.robot])
  t.same(await listed('start_index=1'), [ids.pinner])
  t.same(await listed('start_index=2'), [])
})

t.test('pages of members follow one another, also behind what is skipped', async (t) => {
  const world = await team(t)
  await world.call('POST', '/__mock/seed', {
    business_members: ['pinner', 'agency', 'kitchens'].map((user) => ({
      business: 'me',
      user,
      business_role: 'EMPLOYEE',
    })),
  })
  const { body } = await ofBusiness(world, 'GET', '/members?page_size=2&start_index=1')
  t.same(
    body.items.map(({ id }: Json) => id),
    [ids.pinner, ids.agency],
  )
  t.same(await idsOf(ofBusiness(world, 'GET', `/members?page_size=2&bookmark=${body.bookmark}`)), [ids.kitchens])
})

t.test('a system user is renamed, and lists show its name', async (t) => {
  const world = await team(t)
  const { status, body } = await ofBusiness(world, 'PATCH', `/system_users/${ids.robot}`, { name: 'Reports API' })
  t.equal(status, 200)
  t.equal(body, null)
  const [robot] = await itemsOf(ofBusiness(world, 'GET', '/members?fetch_system_users=true'))
  t.strictSame(robot.user, { email: null, id: ids.robot, username: 'Reports API' })
})

t.test('a role is changed, and answered; what is refused changes no other', async (t) => {
  const world = await team(t)
  const change = { member_id: ids.editor, business_role: 'BIZ_ADMIN' }
  const refused = await ofBusiness(world, 'PATCH', '/members', [change, { ...change, member_id: ids.agency }])
  t.equal(refused.status, 400)
  t.same((await itemsOf(ofBusiness(world, 'GET', '/members')))[0].business_roles, ['EMPLOYEE'])
  t.strictSame((await ofBusiness(world, 'PATCH', '/members', [change])).body, { items: [change] })
  t.same((await itemsOf(ofBusiness(world, 'GET', '/members')))[0].business_roles, ['BIZ_ADMIN'])
})

t.test('a user sees its employers, and none after it is dismissed', async (t) => {
  const world = await team(t)
  const [employer] = await itemsOf(as(world, 'editor', 'GET', '/businesses/employers'))
  t.equal(employer.id, me)
  t.same(employer.business_roles, ['EMPLOYEE'])
  const dismissal = { members: [{ member_id: ids.editor, business_role: 'EMPLOYEE' }] }
  t.strictSame((await ofBusiness(world, 'DELETE', '/members', dismissal)).body, { deleted_members: [ids.editor] })
  t.same(await itemsOf(as(world, 'editor', 'GET', '/businesses/employers')), [])
})

t.test('partners are listed by whose assets are meant, with what is shared', async (t) => {
  const world = await team(t)
  await assignToPartner(world, ['ANALYST'])
  const [internal] = await itemsOf(ofBusiness(world, 'GET', '/partners?assets_summary=true'))
  t.equal(internal.id, ids.kitchens)
  t.equal(internal.is_shared_partner, false)
  t.same(internal.assets_summary.ad_accounts, [{ id: world.account, permissions: ['ANALYST'] }])
  const [external] = await itemsOf(ofBusiness(world, 'GET', '/partners?partner_type=EXTERNAL&assets_summary=true'))
  t.equal(external.id, ids.kitchens)
  t.equal(external.is_shared_partner, true)
  t.same(external.assets_summary.ad_accounts, [])
  t.same(await idsOf(ofBusiness(world, 'GET', `/partners?partner_ids=${ids.agency}`)), [])
})

t.test('a partnership of one type ends, and the other stays', async (t) => {
  const world = await team(t)
  const partners = { partner_ids: [ids.kitchens, ids.kitchens], partner_type: 'EXTERNAL' }
  t.strictSame((await ofBusiness(world, 'DELETE', '/partners', partners)).body, { deleted_partners: [ids.kitchens] })
  t.same(await idsOf(ofBusiness(world, 'GET', '/partners?partner_type=EXTERNAL')), [])
  t.same(await idsOf(ofBusiness(world, 'GET', '/partners')), [ids.kitchens])
})

t.test('a BIZ_ADMIN acts for the business; an EMPLOYEE sees its own assets alone', async (t) => {
  const world = await team(t)
  await assign(world, ['ANALYST'])
  const below = `/businesses/${me}`
  const own = `${below}/members/${ids.editor}/assets`
  t.equal((await as(world, 'editor', 'GET', own)).status, 200)
  const paths = ['/members', '/partners', '/assets', '/invites', `/members/${ids.robot}/assets`, '/audiences']
  for (const path of paths) {
    const { status, body } = await as(world, 'editor', 'GET', `${below}${path}`)
    t.equal(status, 403, path)
    t.strictSame(body, { code: 29, message: 'You are not permitted to access that resource.' })
  }
  await ofBusiness(world, 'PATCH', '/members', [{ member_id: ids.editor, business_role: 'BIZ_ADMIN' }])
  for (const path of paths) t.equal((await as(world, 'editor', 'GET', `${below}${path}`)).status, 200, path)
})

t.test('nobody acts for a business that is none, or is not theirs', async (t) => {
  const world = await team(t)
  for (const id of ['1', ids.pinner, ids.kitchens]) {
    t.equal((await world.call('GET', `/v5/businesses/${id}/members`)).status, 403, id)
  }
  const { headers } = await world.call('GET', `/v5/businesses/${ids.kitchens}/members`)
  t.equal(headers['x-mock-rules'], 'business.access')
})

t.test('a direct edit changes the role of a member, and when it joined', async (t) => {
  const world = await team(t)
  const edit = { business_role: 'BIZ_ADMIN', created_time: 1_700_000_000_000 }
  const { body } = await world.call('PATCH', `/__mock/entities/business_members/${ids.editor}`, edit)
  t.match(body, { business_roles: ['BIZ_ADMIN'], created_time: 1_700_000_000_000 })
  t.equal((await as(world, 'editor', 'GET', `/businesses/${me}/members`)).status, 200)
})
