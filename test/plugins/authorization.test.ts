import t from 'tap'
import { operations } from '#openapi/operations.ts'
import { mayWrite } from '#server/domain/access/permitted-roles.ts'
import { readAccess, writeAccess } from '#server/domain/access/role-access.ts'
import { type Role, roles } from '#server/domain/access/roles.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import { grantRoles } from '#server/resources/accounts/ad-accounts/granted-roles.ts'
import { awareness } from '../fixtures/campaigns.ts'
import { type Json, type Mock, mock } from '../support/mock.ts'

const refused = { code: 29, message: 'You are not permitted to access that resource.' }

/** The seed small, in which `partner` is the token of its second user. */
const shared = (t: Parameters<typeof mock>[0]) =>
  mock(t, { seed: 'small', auth: { tokens: { partner: { user: 'coastal_kitchens' } } } })

const as = ({ call }: Mock, token: string, method: string, url: string, body?: unknown) =>
  call(method, `/v5${url}`, body, { authorization: `Bearer ${token}` })

const accountsOf = async (world: Mock, token: string, query = ''): Promise<Json[]> =>
  (await as(world, token, 'GET', `/ad_accounts${query}`)).body.items

t.test('each user lists what it owns and what is shared with it, with what it may do', async (t) => {
  const world = await shared(t)
  const reply = async (token: string, query = '') =>
    (await accountsOf(world, token, query)).map(({ name, permissions }) => [name, ...permissions])
  const own = [
    ['Meadow Outdoor', 'OWNER'],
    ['Harbour Books', 'OWNER'],
  ]
  const partners = [
    ['Coastal Kitchens', 'OWNER'],
    ['Coastal Kitchens outlet', 'OWNER'],
  ]
  t.same(await reply('any'), [...own, ['Coastal Kitchens outlet', 'ANALYST']])
  t.same(await reply('any', '?include_shared_accounts=false'), own)
  t.same(await reply('partner'), partners)
})

t.test('an ad account of somebody else is refused as an unknown one is, whatever is asked of it', async (t) => {
  const world = await shared(t)
  const [kitchens] = await accountsOf(world, 'partner')
  for (const path of ['', '/campaigns', '/campaigns/1', '/labels']) {
    const { status, body } = await as(world, 'any', 'GET', `/ad_accounts/${kitchens.id}${path}`)
    t.equal(status, 403, path)
    t.strictSame(body, refused)
  }
  const url = `/ad_accounts/${kitchens.id}/campaigns`
  t.equal((await as(world, 'any', 'POST', url, [awareness])).status, 403)
  t.equal((await as(world, 'partner', 'POST', url, [awareness])).body.items[0].data.ad_account_id, kitchens.id)
  t.equal((await as(world, 'any', 'DELETE', `/ad_accounts/${kitchens.id}/sandbox`)).status, 403)
})

t.test('the schema is judged before the ad account', async (t) => {
  const world = await shared(t)
  const [kitchens] = await accountsOf(world, 'partner')
  t.equal((await as(world, 'any', 'GET', `/ad_accounts/${kitchens.id}/campaigns?page_size=0`)).status, 400)
})

t.test('an analyst reads and estimates, and changes nothing but conversions', async (t) => {
  const world = await shared(t)
  const [, outlet] = await accountsOf(world, 'partner')
  const below = `/ad_accounts/${outlet.id}`
  t.equal((await as(world, 'any', 'GET', `${below}/campaigns`)).status, 200)
  t.not((await as(world, 'any', 'POST', `${below}/bid_floor`, {})).status, 403)
  t.strictSame((await as(world, 'any', 'POST', `${below}/campaigns`, [awareness])).body, refused)
  t.equal((await as(world, 'partner', 'GET', `${below}/campaigns`)).body.items.length, 0, 'nothing was stored')
  t.not((await as(world, 'any', 'POST', `${below}/events`, { data: [] })).status, 403)
})

/** Calls that change something, and who may make them. */
const writes: readonly [string, string, unknown, readonly Role[]][] = [
  ['campaigns', '/campaigns', [awareness], ['OWNER', 'ADMIN', 'CAMPAIGN_MANAGER']],
  [
    'labels',
    '/labels',
    { labels: [{ label_type: 'CUSTOM', value: 'Theirs' }] },
    ['OWNER', 'ADMIN', 'CAMPAIGN_MANAGER'],
  ],
  ['conversion tags', '/conversion_tags', { name: 'x' }, ['OWNER', 'ADMIN', 'AUDIENCE_MANAGER']],
  [
    'customer lists',
    '/customer_lists',
    { name: 'x', records: 'a@example.com', list_type: 'EMAIL' },
    ['OWNER', 'ADMIN', 'AUDIENCE_MANAGER'],
  ],
]
for (const [what, path, body, allowed] of writes) {
  t.test(`${allowed.join(', ')} may change ${what}, and nobody else`, async (t) => {
    const world = await shared(t)
    const [kitchens] = await accountsOf(world, 'partner')
    const { db } = world.worlds.world('default')
    for (const role of roles) {
      grantRoles(db, kitchens.id, defaultUser.id, [role])
      const { status } = await as(world, 'any', 'POST', `/ad_accounts/${kitchens.id}${path}`, body)
      t.equal(status, allowed.includes(role) ? 200 : 403, role)
      t.match((await as(world, 'any', 'GET', `/ad_accounts/${kitchens.id}`)).body, { permissions: [role] })
    }
  })
}

/** Calls that read, and with which roles. */
const reads: readonly [string, string, readonly Role[]][] = [
  ['campaigns', '/campaigns', ['ANALYST', 'CAMPAIGN_MANAGER']],
  [
    'the figures of an ad account',
    '/analytics?start_date=2026-06-01&end_date=2026-06-02&granularity=DAY&columns=SPEND_IN_DOLLAR',
    ['ANALYST', 'CAMPAIGN_MANAGER'],
  ],
  ['insertion orders', '/ssio/order_lines', ['FINANCE_MANAGER', 'FINANCE_EDIT', 'FINANCE_VIEW', 'CAMPAIGN_MANAGER']],
]
for (const [what, path, others] of reads) {
  t.test(`OWNER, ADMIN, ${others.join(', ')} may read ${what}, and nobody else`, async (t) => {
    const world = await shared(t)
    const [kitchens] = await accountsOf(world, 'partner')
    const { db } = world.worlds.world('default')
    for (const role of roles) {
      grantRoles(db, kitchens.id, defaultUser.id, [role])
      const { status } = await as(world, 'any', 'GET', `/ad_accounts/${kitchens.id}${path}`)
      t.equal(status === 403, !['OWNER', 'ADMIN', ...others].includes(role), `${role}: ${status}`)
    }
  })
}

t.test('only a manager of catalogs reads the catalogs of an ad account that is shared', async (t) => {
  const world = await shared(t)
  const [kitchens] = await accountsOf(world, 'partner')
  const { db } = world.worlds.world('default')
  for (const role of roles) {
    grantRoles(db, kitchens.id, defaultUser.id, [role])
    const { status } = await as(world, 'any', 'GET', `/catalogs?ad_account_id=${kitchens.id}`)
    t.equal(status, ['OWNER', 'ADMIN', 'CATALOGS_MANAGER'].includes(role) ? 200 : 401, role)
  }
})

t.test(
  'catalogs of an ad account of somebody else answer 401 where that is documented, and 403 elsewhere',
  async (t) => {
    const world = await shared(t)
    const [kitchens] = await accountsOf(world, 'partner')
    for (const id of [kitchens.id, '549755813888']) {
      for (const [method, path, status] of [
        ['GET', '/catalogs', 401],
        ['GET', '/catalogs/feeds', 401],
        ['GET', '/catalogs/product_groups', 401],
        ['DELETE', '/catalogs/feeds/5', 403],
        ['GET', '/catalogs/items/batch/5', 403],
      ] as const) {
        const answer = await as(world, 'any', method, `${path}?ad_account_id=${id}`)
        t.strictSame([answer.status, answer.body], [status, refused], `${method} ${path}`)
      }
    }
  },
)

t.test('several roles allow what any of them does', async (t) => {
  t.ok(mayWrite(['ANALYST', 'CAMPAIGN_MANAGER'], 'campaigns'))
  t.notOk(mayWrite(['ANALYST', 'AUDIENCE_MANAGER'], 'campaigns'))
  t.notOk(mayWrite([], 'campaigns'))
})

t.test('what roles may change or read is named as the operations are grouped, each group once', async (t) => {
  const known = new Set(operations.flatMap(({ id, tag }) => [id, tag]))
  for (const access of [writeAccess, readAccess]) {
    const named = access.flatMap(({ tags, operations = [] }) => [...tags, ...operations])
    t.same(
      named.filter((name) => !known.has(name)),
      [],
    )
    t.equal(new Set(named).size, named.length)
  }
})

t.test('whoever creates an ad account for somebody else is its admin', async (t) => {
  const world = await shared(t)
  const [{ owner }] = await accountsOf(world, 'partner')
  const { body } = await as(world, 'any', 'POST', '/ad_accounts', { name: 'For them', owner_user_id: owner.id })
  t.match(body.owner, owner)
  const of = async (token: string) => (await as(world, token, 'GET', `/ad_accounts/${body.id}`)).body.permissions
  t.same(await of('any'), ['ADMIN'])
  t.same(await of('partner'), ['OWNER'])
  t.equal((await as(world, 'any', 'POST', `/ad_accounts/${body.id}/campaigns`, [awareness])).status, 200)
})

t.test('roles survive the emptying of an ad account', async (t) => {
  const world = await shared(t)
  const [, outlet] = await accountsOf(world, 'partner')
  t.equal((await as(world, 'partner', 'DELETE', `/ad_accounts/${outlet.id}/sandbox`)).status, 200)
  const after = async (token: string) => (await as(world, token, 'GET', `/ad_accounts/${outlet.id}`)).body.permissions
  t.same([await after('any'), await after('partner')], [['ANALYST'], ['OWNER']])
})
