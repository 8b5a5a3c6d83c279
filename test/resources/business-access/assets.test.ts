import t from 'tap'
import {
  assign,
  assignToPartner,
  groupIn,
  ids,
  itemsOf,
  me,
  nobody,
  ofBusiness,
  teamIn,
  updateGroup,
} from '#test/fixtures/businesses.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const assetsOf = async (world: Mock, query: string): Promise<readonly string[]> =>
  (await itemsOf(ofBusiness(world, 'GET', `/assets?${query}`))).map(({ asset_id }: Json) => asset_id)

t.test('a business has its own assets, and those of partners', async (t) => {
  const world = await mock(t)
  const theirs = await teamIn(world)
  t.same(await assetsOf(world, ''), [world.account])
  await world.call('POST', '/__mock/seed', {
    business_asset_access: [{ business: 'kitchens', partner: 'me', ad_account: 'theirs', permissions: ['ANALYST'] }],
  })
  t.same(await assetsOf(world, ''), [world.account, theirs])
  t.same(await assetsOf(world, 'permissions=OWNER'), [world.account])
  t.same(await assetsOf(world, 'permissions=ANALYST,ADMIN'), [theirs])
  t.same(await assetsOf(world, 'start_index=1'), [theirs])
  t.same(await assetsOf(world, 'asset_type=PROFILE'), [me])
  t.same(await assetsOf(world, 'asset_type=CATALOG'), [])
})

t.test('asset groups are assets, found by what is in them; and assets by the group', async (t) => {
  const world = await mock(t)
  await teamIn(world)
  const group = await groupIn(world, [world.account, me])
  const other = await groupIn(world)
  t.same(await assetsOf(world, 'asset_type=ASSET_GROUP'), [group, other])
  t.same(await assetsOf(world, `asset_type=ASSET_GROUP&child_asset_id=${world.account}`), [group])
  t.same(await assetsOf(world, `asset_group_id=${group}`), [world.account])
  t.same(await assetsOf(world, `asset_group_id=${other}`), [])
  const [listed] = await itemsOf(ofBusiness(world, 'GET', '/assets?asset_type=ASSET_GROUP'))
  t.match(listed.asset_group_info, { id: group, ad_accounts_ids: [world.account], profiles_ids: [me] })
})

t.test('an asset group is created, changed and deleted, each by itself', async (t) => {
  const world = await mock(t)
  await teamIn(world)
  const id = await groupIn(world)
  world.clock.advance(60_000)
  const changes = [
    { asset_group_id: id, name: 'Mexico', description: 'South', asset_group_types: ['OTHER'] },
    { asset_group_id: nobody, name: 'x' },
  ]
  const { body } = await ofBusiness(world, 'PATCH', '/asset_groups', { asset_groups_to_update: changes })
  const owner = { email: 'mock_advertiser@example.com', id: me, username: 'mock_advertiser' }
  t.strictSame(body, {
    exceptions: [{ asset_group_id: nobody, code: 29, message: 'You are not permitted to access that resource.' }],
    updated_asset_groups: [
      {
        ad_accounts_ids: [],
        asset_group_description: 'South',
        asset_group_name: 'Mexico',
        asset_group_types: ['OTHER'],
        catalogs_ids: [],
        created_by: owner,
        created_time: world.now * 1000,
        id,
        owner,
        profiles_ids: [],
        updated_time: (world.now + 60) * 1000,
      },
    ],
  })
  const deletion = { asset_groups_to_delete: [id, nobody] }
  const { body: deleted } = await ofBusiness(world, 'DELETE', '/asset_groups', deletion)
  t.same(deleted.deleted_asset_groups, [id])
  t.equal(deleted.exceptions.length, 1)
  t.same(await assetsOf(world, 'asset_type=ASSET_GROUP'), [])
})

t.test('the asset of somebody else is not put into a group, and nothing of that change is', async (t) => {
  const world = await mock(t)
  const theirs = await teamIn(world)
  const id = await groupIn(world)
  const { body } = await updateGroup(world, { asset_group_id: id, name: 'x', assets_to_add: [world.account, theirs] })
  t.same(body.updated_asset_groups, [])
  t.match(body.exceptions, [{ code: 2932, message: `Invalid asset id: ${theirs}` }])
  const [{ asset_group_info }] = await itemsOf(ofBusiness(world, 'GET', '/assets?asset_type=ASSET_GROUP'))
  t.match(asset_group_info, { asset_group_name: 'Canada', ad_accounts_ids: [] })
})

t.test('who has access is listed from every side', async (t) => {
  const world = await mock(t)
  await teamIn(world)
  await assign(world, ['ANALYST', 'ANALYST', 'FINANCE_VIEW'])
  await assign(world, ['ADMIN'], { member_id: ids.robot })
  await assignToPartner(world, ['CAMPAIGN_MANAGER'])
  const below = `/assets/${world.account}`
  const users = async (path: string) =>
    (await itemsOf(ofBusiness(world, 'GET', path))).map(({ user, permissions }: Json) => [user.id, ...permissions])
  t.same(await users(`${below}/members`), [[ids.editor, 'ANALYST', 'FINANCE_VIEW']])
  t.same(await users(`${below}/members?fetch_system_users=true`), [[ids.robot, 'ADMIN']])
  t.same(await users(`${below}/partners`), [[ids.kitchens, 'CAMPAIGN_MANAGER']])
  const asset = { asset_id: world.account, asset_type: 'AD_ACCOUNT' }
  t.strictSame(await itemsOf(ofBusiness(world, 'GET', `/members/${ids.editor}/assets`)), [
    { ...asset, permissions: ['ANALYST', 'FINANCE_VIEW'] },
  ])
  const { body } = await ofBusiness(world, 'GET', `/members/${ids.editor}/assets?page_size=1`)
  t.equal(body.total_data_count, 1)
  t.strictSame(await itemsOf(ofBusiness(world, 'GET', `/partners/${ids.kitchens}/assets`)), [
    { ...asset, permissions: ['CAMPAIGN_MANAGER'] },
  ])
  t.same(await itemsOf(ofBusiness(world, 'GET', `/partners/${ids.kitchens}/assets?partner_type=EXTERNAL`)), [])
  t.same(await itemsOf(ofBusiness(world, 'GET', `/members/${ids.editor}/assets?asset_type=ASSET_GROUP`)), [])
})

t.test('one access that is refused keeps the others from being granted', async (t) => {
  const world = await mock(t)
  await teamIn(world)
  const access = { asset_id: world.account, member_id: ids.editor, permissions: ['ANALYST'] }
  const accesses = [access, { ...access, asset_id: nobody }]
  const { status, body } = await ofBusiness(world, 'PATCH', '/members/assets/access', { accesses })
  t.equal(status, 400)
  t.equal(body.code, 2932)
  t.equal(body.message, `Invalid asset id: ${nobody}`)
  t.same(await itemsOf(ofBusiness(world, 'GET', `/assets/${world.account}/members`)), [])
})

t.test('an ad account that is emptied keeps who may work in it', async (t) => {
  const world = await mock(t)
  await teamIn(world)
  await assign(world, ['ANALYST'])
  t.equal((await world.call('DELETE', `/v5/ad_accounts/${world.account}/sandbox`)).status, 200)
  t.equal((await itemsOf(ofBusiness(world, 'GET', `/assets/${world.account}/members`))).length, 1)
})

t.test('access goes with a fork, an export and a reset', async (t) => {
  const world = await mock(t)
  await teamIn(world)
  await assign(world, ['ANALYST'])
  const members = (name: string) => world.call('GET', `/w/${name}/v5/businesses/${me}/members/${ids.editor}/assets`)
  await world.call('POST', '/__mock/worlds', { name: 'fork', from: { world: 'default' } })
  t.equal((await members('fork')).body.items.length, 1)
  const { body: state } = await world.call('GET', '/__mock/state')
  t.equal((await world.call('PUT', '/w/import/__mock/state', state)).status, 200)
  t.equal((await members('import')).body.items.length, 1)
  await world.call('POST', '/__mock/reset')
  t.equal((await world.call('GET', `/v5/businesses/${me}/members`)).body.items.length, 0)
})

t.test('a catalog is an asset: listed, assigned and put into groups', async (t) => {
  const world = await mock(t)
  await teamIn(world, { catalogs: [{ alias: 'products', owner: 'me', catalog_type: 'RETAIL', name: 'Products' }] })
  const [listed] = await itemsOf(ofBusiness(world, 'GET', '/assets?asset_type=CATALOG'))
  const { asset_id: id } = listed
  t.strictSame(listed, {
    asset_id: id,
    asset_type: 'CATALOG',
    catalog_info: { catalog_type: 'RETAIL', id, name: 'Products' },
  })
  t.equal((await assign(world, ['ANALYST'], { asset_id: id })).status, 400)
  t.equal((await assign(world, ['CATALOGS_VIEWER'], { asset_id: id })).status, 200)
  const assets = await itemsOf(ofBusiness(world, 'GET', `/members/${ids.editor}/assets?asset_type=CATALOG`))
  t.match(assets, [{ asset_id: id, permissions: ['CATALOGS_VIEWER'] }])
  const group = await groupIn(world, [id])
  t.same(await assetsOf(world, `asset_type=CATALOG&asset_group_id=${group}`), [id])
  const [{ asset_group_info }] = await itemsOf(ofBusiness(world, 'GET', '/assets?asset_type=ASSET_GROUP'))
  t.same(asset_group_info.catalogs_ids, [id])
})
