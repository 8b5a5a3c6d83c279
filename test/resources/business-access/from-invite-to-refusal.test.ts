import t from 'tap'
import {
  as,
  assign,
  assignToPartner,
  groupIn,
  ids,
  invited,
  invitedPartner,
  me,
  ofBusiness,
  teamIn,
  tokens,
  updateGroup,
} from '#test/fixtures/businesses.ts'
import { awareness } from '#test/fixtures/campaigns.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** A world with the team, in which each of its users has a token. */
async function team(t: Parameters<typeof mock>[0]): Promise<Mock> {
  const world = await mock(t, { auth: { tokens } })
  await teamIn(world)
  return world
}

const accept = (world: Mock, token: string, invite_id: string) =>
  as(world, token, 'PATCH', '/businesses/invites', { invites: [{ invite_id, action: { accept_invite: true } }] })

/** The statuses of a user's calls that read and create campaigns of the ad account. */
async function statuses(world: Mock, token: string): Promise<readonly number[]> {
  const path = `/ad_accounts/${world.account}/campaigns`
  const read = await as(world, token, 'GET', path)
  const created = await as(world, token, 'POST', path, [awareness])
  return [read.status, created.status]
}

const permissionsOf = async (world: Mock, token: string): Promise<readonly string[] | undefined> =>
  (await as(world, token, 'GET', '/ad_accounts')).body.items.find(({ id }: Json) => id === world.account)?.permissions

t.test('a user who is invited, accepts and is assigned an ad account may work in it until that ends', async (t) => {
  const world = await team(t)
  t.same(await statuses(world, 'pinner'), [403, 403])
  const id = await invited(world)
  t.same(await statuses(world, 'pinner'), [403, 403], 'an invite alone gives nothing')
  t.equal((await accept(world, 'pinner', id)).body.items[0].invite.invite_data.invite_status, 'ACCEPTED')
  t.same(await statuses(world, 'pinner'), [403, 403], 'nor does membership')
  await assign(world, ['ANALYST'], { member_id: ids.pinner })
  t.same(await statuses(world, 'pinner'), [200, 403])
  await assign(world, ['CAMPAIGN_MANAGER'], { member_id: ids.pinner })
  t.same(await statuses(world, 'pinner'), [200, 200])
  t.same(await permissionsOf(world, 'pinner'), ['CAMPAIGN_MANAGER'])
  const access = { accesses: [{ asset_id: world.account, member_id: ids.pinner }] }
  t.equal((await ofBusiness(world, 'DELETE', '/members/assets/access', access)).status, 200)
  t.same(await statuses(world, 'pinner'), [403, 403])
  t.equal(await permissionsOf(world, 'pinner'), undefined, 'and the ad account is not listed')
})

t.test('what an invite has is granted with its acceptance', async (t) => {
  const world = await team(t)
  const invite_id = await invited(world)
  const invite = { invite_id, invite_type: 'MEMBER_INVITE' }
  await ofBusiness(world, 'POST', '/invites/assets/access', {
    invites: [{ ...invite, asset_id_to_permissions: { [world.account]: ['CAMPAIGN_MANAGER'] } }],
  })
  t.same(await statuses(world, 'pinner'), [403, 403])
  await accept(world, 'pinner', invite_id)
  t.same(await statuses(world, 'pinner'), [200, 200])
})

t.test('the end of a membership ends what the member may do', async (t) => {
  const world = await team(t)
  await assign(world, ['ADMIN'])
  t.same(await statuses(world, 'editor'), [200, 200])
  await ofBusiness(world, 'DELETE', '/members', { members: [{ member_id: ids.editor, business_role: 'EMPLOYEE' }] })
  t.same(await statuses(world, 'editor'), [403, 403])
})

t.test('a partner passes on what it has, and no more, until its own access ends', async (t) => {
  const world = await team(t)
  await assignToPartner(world, ['CAMPAIGN_MANAGER', 'ANALYST'])
  t.same(await statuses(world, 'kitchens'), [200, 200])
  const member = { business: 'kitchens', user: 'pinner', business_role: 'EMPLOYEE' }
  await world.call('POST', '/__mock/seed', { business_members: [member] })
  const access = { asset_id: world.account, member_id: ids.pinner, permissions: ['CAMPAIGN_MANAGER'] }
  const path = `/businesses/${ids.kitchens}/members/assets/access`
  t.equal((await as(world, 'kitchens', 'PATCH', path, { accesses: [access] })).status, 200)
  t.same(await statuses(world, 'pinner'), [200, 200])
  await assignToPartner(world, ['ANALYST'])
  t.same(await statuses(world, 'kitchens'), [200, 403])
  t.same(await statuses(world, 'pinner'), [403, 403], 'what the partner has no more, its member has not either')
  await assignToPartner(world, ['ADMIN'])
  t.same(await statuses(world, 'pinner'), [200, 200])
  await ofBusiness(world, 'DELETE', '/partners', { partner_ids: [ids.kitchens] })
  t.same(await statuses(world, 'kitchens'), [403, 403])
  t.same(await statuses(world, 'pinner'), [403, 403])
})

t.test('a partner gives up its access itself', async (t) => {
  const world = await team(t)
  await assignToPartner(world, ['ADMIN'])
  const access = { asset_id: world.account, partner_id: me, partner_type: 'EXTERNAL' }
  const path = `/businesses/${ids.kitchens}/partners/assets`
  const { body } = await as(world, 'kitchens', 'DELETE', path, { accesses: [access] })
  t.strictSame(body.items, [
    {
      asset_id: world.account,
      asset_type: 'AD_ACCOUNT',
      is_shared_partner: true,
      partner_id: me,
      permissions: ['ADMIN'],
    },
  ])
  t.same(await statuses(world, 'kitchens'), [403, 403])
})

t.test('a request for access grants what is requested, or what the owner says instead', async (t) => {
  for (const [action, expected] of [
    [{}, [200, 200]],
    [{ asset_id_to_permissions: { '{account}': ['ANALYST'] } }, [200, 403]],
  ] as const) {
    const world = await team(t)
    const text = JSON.stringify(action).replace('{account}', world.account)
    const request = { invite_type: 'PARTNER_REQUEST', business_role: 'PARTNER', partners: [me] }
    const { body } = await as(world, 'agency', 'POST', `/businesses/${ids.agency}/invites`, request)
    const invite_id = body.items[0].invite.id
    const assets = { [world.account]: ['CAMPAIGN_MANAGER'] }
    const invite = { invite_id, invite_type: 'PARTNER_REQUEST', asset_id_to_permissions: assets }
    await as(world, 'agency', 'POST', `/businesses/${ids.agency}/invites/assets/access`, { invites: [invite] })
    const answer = { invite_id, action: { accept_invite: true, ...JSON.parse(text) } }
    await world.call('PATCH', '/v5/businesses/invites', { invites: [answer] })
    t.same(await statuses(world, 'agency'), expected, text)
  }
})

t.test('a partner is invited, and asked for later by a request', async (t) => {
  const world = await team(t)
  await accept(world, 'agency', await invitedPartner(world))
  t.same(await statuses(world, 'agency'), [403, 403])
  const request = { partner_id: me, asset_id_to_permissions: { [world.account]: ['ADMIN'] } }
  const path = `/businesses/${ids.agency}/requests/assets/access`
  const { body } = await as(world, 'agency', 'POST', path, { asset_requests: [request] })
  t.equal(body.exceptions, null)
  t.equal((await accept(world, 'any', body.invites[me])).body.items[0].exception, null)
  t.same(await statuses(world, 'agency'), [200, 200])
})

t.test('access to a group is access to the ad accounts in it, as long as they are', async (t) => {
  const world = await team(t)
  const group = await groupIn(world, [world.account])
  await assign(world, ['CAMPAIGN_MANAGER'], { asset_id: group })
  t.same(await statuses(world, 'editor'), [200, 200])
  await updateGroup(world, { asset_group_id: group, assets_to_remove: [world.account] })
  t.same(await statuses(world, 'editor'), [403, 403])
  await updateGroup(world, { asset_group_id: group, assets_to_add: [world.account] })
  t.same(await statuses(world, 'editor'), [200, 200])
  await ofBusiness(world, 'DELETE', '/asset_groups', { asset_groups_to_delete: [group] })
  t.same(await statuses(world, 'editor'), [403, 403])
})

t.test("roles of a user's own outlive those that a business granted", async (t) => {
  const world = await team(t)
  await world.call('PATCH', `/__mock/entities/ad_accounts/${world.account}`, { roles: { [ids.editor]: ['ANALYST'] } })
  await assign(world, ['CAMPAIGN_MANAGER'])
  t.same(await permissionsOf(world, 'editor'), ['ANALYST', 'CAMPAIGN_MANAGER'])
  await world.call('PATCH', `/__mock/entities/ad_accounts/${world.account}`, {
    roles: { [ids.editor]: ['FINANCE_VIEW'] },
  })
  t.same(await permissionsOf(world, 'editor'), ['FINANCE_VIEW', 'CAMPAIGN_MANAGER'])
  await ofBusiness(world, 'DELETE', '/members', { members: [{ member_id: ids.editor, business_role: 'EMPLOYEE' }] })
  t.same(await permissionsOf(world, 'editor'), ['FINANCE_VIEW'])
})
