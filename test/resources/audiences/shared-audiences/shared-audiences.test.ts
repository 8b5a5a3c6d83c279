import t from 'tap'
import { audienceIn } from '#test/fixtures/audiences.ts'
import { as, ids, itemsOf, ofBusiness, teamIn, tokens } from '#test/fixtures/businesses.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

interface Scene {
  readonly world: Mock
  readonly audience: Json
  /** Another ad account of the caller, and one of the brand account. */
  readonly other: string
  readonly branded: string
}

async function scene(t: Parameters<typeof mock>[0]): Promise<Scene> {
  const world = await mock(t, { auth: { tokens } })
  await teamIn(world)
  const account = async (item: object) => (await world.call('POST', '/v5/ad_accounts', item)).body.id
  const other = await account({ name: 'Other' })
  const branded = await account({ name: 'Branded', owner_user_id: ids.brand })
  return { world, audience: await audienceIn(world), other, branded }
}

const accounts = ({ world, audience }: Scene, recipient_account_ids: readonly string[], operation_type = 'SHARE') =>
  world.patch('/audiences/ad_accounts/shared', { audience_id: audience.id, operation_type, recipient_account_ids })

const businesses = ({ world, audience }: Scene, recipient_business_ids: readonly string[], operation_type = 'SHARE') =>
  ofBusiness(world, 'PATCH', '/audiences/businesses/shared', {
    audience_id: audience.id,
    operation_type,
    recipient_business_ids,
  })

const audiencesOf = async (world: Mock, account: string, query = ''): Promise<readonly string[]> =>
  (await itemsOf(world.call('GET', `/v5/ad_accounts/${account}/audiences${query}`))).map(({ id }: Json) => id)

t.test('a shared audience is listed in the other ad account, and read there', async (t) => {
  const one = await scene(t)
  const { world, audience, other } = one
  const { status, body } = await accounts(one, [other])
  t.equal(status, 200)
  t.strictSame(body, {
    audience_id: audience.id,
    permissions: ['RESOURCE_PINNER_LIST_READER'],
    recipient_account_ids: [other],
  })
  t.same(await audiencesOf(world, other), [audience.id])
  t.same(await audiencesOf(world, other, '?ownership_type=RECEIVED'), [audience.id])
  t.same(await audiencesOf(world, other, '?ownership_type=OWNED'), [])
  t.same(await audiencesOf(world, world.account, '?ownership_type=RECEIVED'), [])
  const read = await world.call('GET', `/v5/ad_accounts/${other}/audiences/${audience.id}`)
  t.equal(read.status, 200)
  t.equal(read.body.ad_account_id, world.account)
})

t.test('owned and received audiences are listed in the order of their ids, by pages', async (t) => {
  const one = await scene(t)
  const { world, audience, other } = one
  const create = async () =>
    (
      await world.call('POST', `/v5/ad_accounts/${other}/audiences`, {
        name: 'x',
        audience_type: 'ENGAGEMENT',
        rule: { engagement_domain: ['a.example'] },
      })
    ).body.id
  const own = [await create(), await create()]
  const last = (await audienceIn(world)).id
  await accounts(one, [other])
  await accounts({ ...one, audience: { id: last } }, [other])
  const all = [audience.id, ...own, last]
  t.same(await audiencesOf(world, other), all)
  t.same(await audiencesOf(world, other, '?order=DESCENDING'), all.toReversed())
  const path = `/v5/ad_accounts/${other}/audiences?page_size=2`
  const { body } = await world.call('GET', path)
  t.same(await audiencesOf(world, other, `?page_size=2&bookmark=${body.bookmark}`), all.slice(2))
})

t.test('a received audience is the seed of another, and is not changed by who received it', async (t) => {
  const one = await scene(t)
  const { world, audience, other } = one
  const alike = {
    name: 'Alike',
    audience_type: 'ACTALIKE',
    rule: { seed_id: [audience.id], country: 'US', percentage: 1 },
  }
  const create = () => world.call('POST', `/v5/ad_accounts/${other}/audiences`, alike)
  t.equal((await create()).status, 400)
  await accounts(one, [other])
  t.equal((await create()).status, 200)
  t.equal((await world.call('PATCH', `/v5/ad_accounts/${other}/audiences/${audience.id}`, { name: 'x' })).status, 404)
})

t.test('what is revoked is gone in the other ad account', async (t) => {
  const one = await scene(t)
  const { world, audience, other } = one
  await accounts(one, [other])
  t.same((await accounts(one, [other], 'REVOKE')).body.permissions, [])
  t.same(await audiencesOf(world, other), [])
  t.equal((await world.call('GET', `/v5/ad_accounts/${other}/audiences/${audience.id}`)).status, 404)
  t.equal((await accounts(one, [other], 'REVOKE')).status, 200, 'and what is not shared can be revoked')
})

t.test('the accounts that an audience is shared with are listed by type', async (t) => {
  const one = await scene(t)
  const { world, audience, other, branded } = one
  await accounts(one, [other, branded, other])
  await businesses(one, [ids.brand])
  const path = `/audiences/shared/accounts?audience_id=${audience.id}&account_type=`
  const entry = (account_id: string, account_name: string, account_type: string) => ({
    account_id,
    account_name,
    account_type,
    shared_on_timestamp: world.now,
  })
  const all = [entry(other, 'Other', 'AD_ACCOUNT'), entry(branded, 'Branded', 'AD_ACCOUNT')]
  t.strictSame(await itemsOf(world.get(`${path}AD_ACCOUNT`)), all)
  t.strictSame(await itemsOf(ofBusiness(world, 'GET', `${path}AD_ACCOUNT`)), all)
  const [brand] = await itemsOf(world.get(`${path}BUSINESS_ACCOUNT`))
  t.strictSame(brand, entry(ids.brand, 'Outlets', 'BUSINESS_ACCOUNT'))
  const seen = await itemsOf(as(world, 'brand', 'GET', `/businesses/${ids.brand}${path}AD_ACCOUNT`))
  t.strictSame(seen, [all[1]], 'who received it sees its own ad accounts')
  const elsewhere = await world.call('GET', `/v5/ad_accounts/${other}${path}AD_ACCOUNT`)
  t.equal(elsewhere.status, 404)
  t.equal(elsewhere.body.message, 'Shared accounts not found.')
})

t.test('a business that received an audience shares it with its ad accounts, until that is revoked', async (t) => {
  const one = await scene(t)
  const { world, audience, branded } = one
  t.same((await businesses(one, [ids.brand])).body, {
    audience_id: audience.id,
    permissions: ['RESOURCE_PINNER_LIST_READER', 'BIZ_PINNER_LIST_SHARER'],
    recipient_business_ids: [ids.brand],
  })
  const received = `/businesses/${ids.brand}/audiences`
  t.match(await itemsOf(as(world, 'brand', 'GET', received)), [{ id: audience.id }])
  const share = { audience_id: audience.id, operation_type: 'SHARE', recipient_account_ids: [branded] }
  t.equal((await as(world, 'brand', 'PATCH', `${received}/ad_accounts/shared`, share)).status, 200)
  const list = `/ad_accounts/${branded}/audiences`
  t.match(await itemsOf(as(world, 'brand', 'GET', list)), [{ id: audience.id }])
  await businesses(one, [ids.brand], 'REVOKE')
  t.same(await itemsOf(as(world, 'brand', 'GET', received)), [])
  t.same(await itemsOf(as(world, 'brand', 'GET', list)), [])
})

t.test('an ad account shares with a business, and an audience that is removed is shared no more', async (t) => {
  const { world, audience } = await scene(t)
  const share = { audience_id: audience.id, operation_type: 'SHARE', recipient_business_ids: [ids.brand] }
  t.equal((await world.patch('/audiences/businesses/shared', share)).status, 200)
  const received = `/v5/businesses/${ids.brand}/audiences`
  t.equal((await world.call('GET', received)).body.items.length, 1)
  await world.patch(`/audiences/${audience.id}`, { operation_type: 'REMOVE' })
  t.same((await world.call('GET', received)).body.items, [])
})

t.test('an analyst of the ad account does not share its audiences', async (t) => {
  const { world, audience, other } = await scene(t)
  const path = `/__mock/entities/ad_accounts/${world.account}`
  await world.call('PATCH', path, { roles: { [ids.agency]: ['ANALYST'] } })
  const share = { audience_id: audience.id, operation_type: 'SHARE', recipient_account_ids: [other] }
  const url = `/ad_accounts/${world.account}/audiences/ad_accounts/shared`
  t.equal((await as(world, 'agency', 'PATCH', url, share)).status, 403)
  await world.call('PATCH', path, { roles: { [ids.agency]: ['AUDIENCE_MANAGER'] } })
  t.equal((await as(world, 'agency', 'PATCH', url, share)).status, 200)
})
