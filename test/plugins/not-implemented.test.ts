import t from 'tap'
import { type Operation, operations } from '#openapi/operations.ts'
import type { TokenScheme } from '#server/domain/access/tokens.ts'
import { insertAccessToken, nextGrantSequence } from '#server/resources/accounts/oauth/repository.ts'
import { strict } from '../fixtures/oauth.ts'
import { type Answer, type Mock, mock } from '../support/mock.ts'

/** What the server of these tests does not implement: whatever needs scopes, but for what makes its ad account. */
const notBuilt = operations.filter(({ id, security: { pinterest_oauth2: scopes = [] } }) => {
  return scopes.length > 0 && !['ad_accounts/list', 'ad_accounts/create'].includes(id)
})
const without = notBuilt.map(({ id }) => id)

/** The operation's path, each parameter an id or what takes the place of one. */
const pathOf = ({ path }: Operation): string => `/v5${path.replaceAll(/{\w+}/g, '1234567890')}`

const call = (world: Mock, operation: Operation, authorization = 'Bearer any'): Promise<Answer> =>
  world.call(operation.method, pathOf(operation), undefined, { authorization })

/** Which operation the journal says that a call was for. */
async function meant({ call }: Mock, method: string, url: string): Promise<string | null> {
  const { headers } = await call(method, url)
  return (await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)).body.operation
}

/** A bearer token of a strict world with these scopes. */
function token({ worlds, now }: Mock, scheme: TokenScheme, scopes: readonly string[]): string {
  const { db } = worlds.world('default')
  const seq = nextGrantSequence(db, 'access_tokens')
  const digits = [...String(seq)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('')
  const text = `pina_${digits.padStart(48, 'Z')}`
  const row = { seq, token: text, scheme, app: '1', user_id: '1055601737567567993', scopes: JSON.stringify(scopes) }
  insertAccessToken(db, { ...row, expires_at: now + 60, is_revoked: 0, refresh_token_seq: null })
  return `Bearer ${text}`
}

t.test('what is documented and not implemented says 501 by its name, and counts', async (t) => {
  t.ok(notBuilt.length > 200)
  const world = await mock(t, { without })
  for (const operation of notBuilt) {
    const { status, body, headers } = await call(world, operation)
    t.equal(status, 501, operation.id)
    t.strictSame(body, {
      code: 501,
      message: `This operation is documented, but not implemented here: ${operation.id}`,
    })
    t.equal(headers['x-mock-rules'], 'request.not-built')
    t.match(headers['x-ratelimit-limit'], `${operation.rate_category}_app_id`)
  }
})

t.test('without a token none of it is told, not even that it is not implemented', async (t) => {
  const world = await mock(t, { without })
  for (const operation of notBuilt) {
    const { status, body } = await call(world, operation, '')
    t.strictSame([status, body.code], [401, 2], operation.id)
  }
})

t.test('in strict mode what is not implemented wants its scopes first, and then says 501', async (t) => {
  const world = await mock(t, { auth: strict, without })
  const unscoped = token(world, 'pinterest_oauth2', [])
  for (const operation of notBuilt) {
    const scopes = operation.security.pinterest_oauth2 ?? []
    const refused = await call(world, operation, unscoped)
    t.strictSame([refused.status, refused.body.code], [401, 3], operation.id)
    t.match(refused.body.message, scopes.map((scope) => `'${scope}'`).join(', '))
    t.equal((await call(world, operation, token(world, 'pinterest_oauth2', scopes))).status, 501, operation.id)
  }
})

t.test('in strict mode what is not implemented takes an app’s own token where its security says so', async (t) => {
  const world = await mock(t, { auth: strict, without })
  for (const operation of notBuilt) {
    const { client_credentials: scopes } = operation.security
    const everything = operation.security.pinterest_oauth2 ?? []
    const { status, headers } = await call(world, operation, token(world, 'client_credentials', scopes ?? everything))
    if (scopes !== undefined) t.equal(status, 501, operation.id)
    else t.strictSame([status, headers['x-mock-rules']], [401, 'request.token-kind'], operation.id)
  }
})

t.test('every operation is found by its method and its path, built or not', async (t) => {
  const world = await mock(t)
  for (const operation of operations) {
    t.equal(await meant(world, operation.method, pathOf(operation)), operation.id)
  }
})

const account = '/v5/ad_accounts/549755885175'
for (const [method, url, operation] of [
  ['POST', `${account}/campaigns/delivery_estimates`, 'get_campaign_delivery_estimates'],
  ['GET', `${account}/campaigns/626700000102`, 'campaigns/get'],
  ['GET', `${account}/campaigns/analytics`, 'campaigns/analytics'],
  ['GET', `${account}/ad_groups/2680000000102/dynamic_titles/csv`, 'ad_groups_dynamic_titles/download_csv'],
  ['POST', `${account}/ad_groups/2680000000102/dynamic_titles`, 'ad_groups_dynamic_titles/process_csv'],
  ['GET', `${account}/ad_groups/2680000000102`, 'ad_groups/get'],
  ['GET', `${account}/ad_groups/analytics`, 'ad_groups/analytics'],
  ['GET', `${account}/ads/analytics`, 'ads/analytics'],
  ['GET', `${account}/ads/687100000102`, 'ads/get'],
  ['GET', `${account}/schedules`, 'schedules/list'],
  ['POST', `${account}/schedules`, 'schedules/create'],
  ['PATCH', `${account}/schedules`, 'schedules/update'],
  ['GET', `${account}/campaign_ad_preview`, 'campaign_ad_preview/read'],
  ['DELETE', `${account}/campaign_ad_preview`, 'campaign_ad_preview/delete'],
  ['GET', '/v5/pins/analytics', 'multi_pins/analytics'],
  ['GET', '/v5/pins/813744226420795884', 'pins/get'],
  ['POST', '/v5/pins/813744226420795884/product_tags', 'product_tags/bulk_add'],
  ['POST', '/v5/pins/813744226420795884/product_tags/bulk-delete', 'product_tags/bulk_delete'],
  ['POST', '/v5/catalogs/1234567890/local_inventory_items/query', 'catalogs_local_inventory_items/post'],
  ['GET', '/v5/catalogs/product_groups', 'catalogs_product_groups/list'],
  ['GET', '/v5/catalogs/product_groups/443700000102', 'catalogs_product_groups/get'],
  ['GET', '/v5/resources/targeting/GENDER', 'targeting_options/get'],
  ['GET', '/v5/resources/targeting/interests/925056443165', 'interest_targeting_options/get'],
] as const) {
  t.test(`${method} ${url} is ${operation}`, async (t) => {
    t.equal(await meant(await mock(t), method, url), operation)
  })
}

t.test(
  'a path with a name in the place of an id is the operation of that name, where the method has one',
  async (t) => {
    const world = await mock(t)
    const rivals = operations.flatMap((one) => {
      const literal = one.path.replaceAll(/{\w+}/g, '1234567890')
      const others = operations.filter(
        ({ path, method }) =>
          path !== one.path &&
          method === one.method &&
          new RegExp(`^${path.replaceAll(/{\w+}/g, '[^/]+')}$`).test(literal) &&
          path.split('{').length > one.path.split('{').length,
      )
      return others.map((other) => [one, other] as const)
    })
    t.ok(rivals.length > 5)
    for (const [one, other] of rivals) {
      t.equal(await meant(world, one.method, pathOf(one)), one.id, `and not ${other.id}`)
      t.equal(await meant(world, other.method, pathOf(other)), other.id, `and not ${one.id}`)
    }
  },
)

t.test('a name of another method is an id, and a method that neither has is refused', async (t) => {
  const world = await mock(t)
  const url = `/v5/ad_accounts/${world.account}/campaigns/delivery_estimates`
  const read = await world.call('GET', url)
  t.strictSame(read.body, {
    code: 1,
    message: "'campaign_id' value 'delivery_estimates' must match the pattern: ^\\d+$",
  })
  const wrong = await world.call('PATCH', url)
  t.strictSame([wrong.status, wrong.headers.allow], [405, 'POST, GET, HEAD, OPTIONS'])
})
