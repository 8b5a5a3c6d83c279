import t from 'tap'
import {
  as,
  ids,
  invited,
  invitedPartner,
  itemsOf,
  me,
  nobody,
  ofBusiness,
  teamIn,
  tokens,
} from '#test/fixtures/businesses.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const day = 86_400_000

async function team(t: Parameters<typeof mock>[0]): Promise<Mock> {
  const world = await mock(t, { auth: { tokens } })
  await teamIn(world)
  return world
}

const idsOf = async (world: Mock, query = ''): Promise<readonly string[]> =>
  (await itemsOf(ofBusiness(world, 'GET', `/invites${query}`))).map(({ id }: Json) => id)

t.test('an invite is listed by who sent it and by who received it', async (t) => {
  const world = await team(t)
  const id = await invited(world)
  const sender = { email: 'mock_advertiser@example.com', id: me, username: 'mock_advertiser' }
  const sent = {
    id,
    invite_data: {
      invite_expiration: world.now * 1000 + 30 * day,
      invite_status: 'PENDING',
      invite_type: 'MEMBER_INVITE',
      last_updated_time: world.now * 1000,
      sent_at: world.now * 1000,
    },
    is_received_invite: false,
    user: { email: 'a_pinner@example.com', id: ids.pinner, username: 'a_pinner' },
    assets_summary: { ad_accounts: [], profiles: [] },
    business_roles: ['EMPLOYEE'],
    created_by_business: sender,
    created_by_user: sender,
    created_time: world.now * 1000,
  }
  t.strictSame(await itemsOf(ofBusiness(world, 'GET', '/invites')), [sent])
  const received = await itemsOf(as(world, 'pinner', 'GET', `/businesses/${ids.pinner}/invites`))
  t.strictSame(received, [{ ...sent, is_received_invite: true }])
})

t.test('each of a batch of invites is created or refused by itself', async (t) => {
  const world = await team(t)
  const members = ['somebody', 'reader@example.org', 'an_editor']
  const { body } = await ofBusiness(world, 'POST', '/invites', {
    invite_type: 'MEMBER_INVITE',
    business_role: 'BIZ_ADMIN',
    members,
  })
  const [unknown, created, member] = body.items
  t.strictSame(unknown, {
    exception: {
      code: 30,
      invite_or_request_id: null,
      message: 'User not found.',
      users_or_partner_ids: ['somebody'],
    },
    invite: null,
  })
  t.strictSame(created.invite.user, { email: 'reader@example.org', id: null, username: null })
  t.equal(created.exception, null)
  t.same(member.exception.users_or_partner_ids, ['an_editor'])
  t.same(await idsOf(world), [created.invite.id])
})

t.test('a list is of members, or of partners, and of pending or expired invites', async (t) => {
  const world = await team(t)
  const member = await invited(world)
  const partner = await invitedPartner(world)
  const request = await invitedPartner(world, 'PARTNER_REQUEST')
  t.same(await idsOf(world), [member])
  t.same(await idsOf(world, '?is_member=false'), [partner, request])
  t.same(await idsOf(world, '?invite_type=PARTNER_REQUEST'), [request])
  t.same(await idsOf(world, '?is_member=true&invite_type=PARTNER_REQUEST'), [])
  t.same(await idsOf(world, '?invite_status=EXPIRED'), [])
  world.clock.advance(30 * day)
  const later = await invited(world, 'reader@example.org')
  t.same(await idsOf(world), [member, later])
  t.same(await idsOf(world, '?invite_status=EXPIRED'), [member])
  t.same(await idsOf(world, '?invite_status=PENDING'), [later])
})

t.test('what is answered or cancelled is listed no more', async (t) => {
  const world = await team(t)
  const [accepted, cancelled] = [await invited(world), await invited(world, 'reader@example.org')]
  const action = { accept_invite: false }
  const { body } = await as(world, 'pinner', 'PATCH', '/businesses/invites', {
    invites: [{ invite_id: accepted, action }],
  })
  t.equal(body.items[0].invite.invite_data.invite_status, 'DECLINED')
  t.equal(body.items[0].invite.is_received_invite, true)
  const cancellation = await ofBusiness(world, 'DELETE', '/invites', { invite_ids: [nobody, cancelled] })
  t.strictSame(cancellation.body.items[0], {
    exception: { invite_id: nobody, message: 'Invite not found.' },
    invite: null,
  })
  t.equal(cancellation.body.items[1].invite.invite_data.invite_status, 'CANCELLED')
  t.same(await idsOf(world), [])
  t.same(await itemsOf(as(world, 'pinner', 'GET', '/businesses/employers')), [], 'who declined is no member')
})

t.test('a pending invite is not answered by somebody else, nor by who sent it', async (t) => {
  const world = await team(t)
  const invite = { invite_id: await invited(world), action: { accept_invite: true } }
  for (const token of ['agency', 'any']) {
    const { body } = await as(world, token, 'PATCH', '/businesses/invites', { invites: [invite] })
    t.match(body.items[0], { exception: { code: 2, invite_or_request_id: invite.invite_id }, invite: null }, token)
  }
})

t.test('the BIZ_ADMIN of a business answers for it', async (t) => {
  const world = await team(t)
  const member = { business: 'agency', user: 'pinner', business_role: 'BIZ_ADMIN' }
  await world.call('POST', '/__mock/seed', { business_members: [member] })
  const invite = { invite_id: await invitedPartner(world), action: { accept_invite: true } }
  const { body } = await as(world, 'pinner', 'PATCH', '/businesses/invites', { invites: [invite] })
  t.equal(body.items[0].exception, null)
  t.match(await itemsOf(ofBusiness(world, 'GET', `/partners?partner_ids=${ids.agency}`)), [{ id: ids.agency }])
})

t.test('whoever accepts an invite does not choose what it grants, and is warned', async (t) => {
  const world = await team(t)
  const action = { accept_invite: true, asset_id_to_permissions: { [world.account]: ['ADMIN'] } }
  const invites = [{ invite_id: await invited(world), action }]
  const { headers, body } = await as(world, 'pinner', 'PATCH', '/businesses/invites', { invites })
  t.equal(body.items[0].exception, null)
  t.equal((await as(world, 'pinner', 'GET', `/ad_accounts/${world.account}`)).status, 403)
  const { body: entry } = await world.call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(entry.warnings, [/asset_id_to_permissions has no effect here/])
})

t.test('an invite shows the assets that were assigned to it', async (t) => {
  const world = await team(t)
  const invite_id = await invited(world)
  world.clock.advance(1000)
  const invite = { invite_id, invite_type: 'MEMBER_INVITE' }
  const { body } = await ofBusiness(world, 'POST', '/invites/assets/access', {
    invites: [{ ...invite, asset_id_to_permissions: { [world.account]: ['ANALYST'], [me]: ['PROFILE_PUBLISHER'] } }],
  })
  t.match(body.items[0].invite, { id: invite_id, created_by_business_id: me, created_by_user_id: me })
  t.equal(body.items[0].invite.invite_data.last_updated_time, world.now * 1000 + 1000)
  const [listed] = await itemsOf(ofBusiness(world, 'GET', '/invites'))
  t.strictSame(listed.assets_summary, {
    ad_accounts: [{ id: world.account, permissions: ['ANALYST'] }],
    profiles: [{ id: me, permissions: ['PROFILE_PUBLISHER'] }],
  })
})

t.test('requests for access are created or refused by the partner', async (t) => {
  const world = await mock(t)
  const theirs = await teamIn(world)
  const { body } = await ofBusiness(world, 'POST', '/requests/assets/access', {
    asset_requests: [
      { partner_id: ids.kitchens, asset_id_to_permissions: { [theirs]: ['ANALYST'] } },
      { partner_id: ids.kitchens, asset_id_to_permissions: { [world.account]: ['ANALYST'] } },
    ],
  })
  t.same(Object.keys(body.invites), [ids.kitchens])
  t.strictSame(body.exceptions, [{ code: 2932, messages: [`Invalid asset id: ${world.account}`] }])
  t.same(await idsOf(world, '?invite_type=PARTNER_REQUEST'), [body.invites[ids.kitchens]])
})

t.test('direct edits put an invite into any status', async (t) => {
  const world = await team(t)
  const id = await invited(world)
  const edit = async (change: object) =>
    (await world.call('PATCH', `/__mock/entities/business_invites/${id}`, change)).body
  t.equal((await edit({ invite_status: 'EXPIRED' })).invite_data.invite_status, 'EXPIRED')
  const pending = await edit({ invite_status: 'PENDING' })
  t.equal(pending.invite_data.invite_status, 'PENDING')
  t.equal(pending.invite_data.invite_expiration, world.now * 1000 + 30 * day)
  t.equal((await edit({ invite_status: 'DECLINED' })).invite_data.invite_status, 'DECLINED')
  t.equal((await edit({ sent_at: 5 })).invite_data.sent_at, 5)
})
