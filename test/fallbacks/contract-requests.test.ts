import t from 'tap'
import { strict } from '../fixtures/oauth.ts'
import type { Json } from '../support/mock.ts'
import { description, mockBy } from './description.ts'

t.test('parameters and bodies are held to their schemas, in the envelope of the API', async (t) => {
  const { get, post } = await mockBy(t)
  const refused = async (answer: Promise<Json>, message: RegExp): Promise<void> => {
    const { status, body, headers } = await answer
    t.strictSame([status, body.code, headers['x-mock-rules']], [400, 1, 'request.schema'], String(message))
    t.match(body.message, message)
    t.equal(headers['x-mock-source'], 'contract')
  }
  await refused(get('/moods?page_size=0'), /'0' is less than the minimum: at least 1 at page_size/)
  await refused(get('/moods?page_size=many'), /'many' is not of type integer at page_size/)
  await refused(get('/moods?kinds=CALM,QUIET'), /Parameter 'kinds' \(value QUIET\) is not one of CALM, LOUD/)
  await refused(post('/moods', undefined), /None is not of type object/)
  await refused(post('/moods', { kind: 'CALM' }), /'color' is a required property/)
  await refused(post('/moods', { kind: 'CALM', color: 'red' }), /'red' does not match '\^#\[0-9A-F]\{6}\$' at color/)
  await refused(
    post('/moods', { kind: 1, color: '#00FF00' }),
    /1 is not of type string.*1 is not one of \['CALM', 'LOUD'\]/,
  )
  await refused(
    post('/moods', { kind: 'CALM', color: '#00FF00', parent: { kind: 'LOUD', color: '#0', strength: 11 } }),
    /'#0' does not match .*11 is greater than the maximum: at most 10 at parent\.strength/,
  )
})

t.test('what only responses have is not required of requests, and null passes where it may', async (t) => {
  const { post, get } = await mockBy(t)
  t.equal((await post('/moods', { kind: 'LOUD', color: '#00FF00', strength: null })).status, 201)
  t.equal((await get('/moods?kinds=CALM&kinds=LOUD&page_size=250')).status, 200)
})

t.test('bodies that are no JSON, and paths that no one has, are refused as everywhere', async (t) => {
  const { post, call, account } = await mockBy(t)
  t.equal((await post('/moods', '{')).status, 400)
  const { status, headers } = await call('PUT', `/v5/ad_accounts/${account}/moods`)
  t.equal(status, 405)
  t.equal(headers.allow, 'GET, HEAD, POST, OPTIONS')
  t.equal((await call('GET', `/v5/ad_accounts/${account}/moods/7/more`)).status, 404)
})

t.test('a method that the description adds to a path of the server is allowed there', async (t) => {
  const content = structuredClone(description)
  content.paths['/ad_accounts'].delete = { operationId: 'ad_accounts/clear', responses: { 204: {} } }
  const { call } = await mockBy(t, content)
  t.equal((await call('DELETE', '/v5/ad_accounts')).status, 204)
  t.match((await call('PUT', '/v5/ad_accounts')).headers.allow, /GET, HEAD, POST, DELETE, OPTIONS/)
})

t.test('a token is needed, and in strict mode the scopes that this server knows', async (t) => {
  const { call, account } = await mockBy(t, description, {
    seed: 'small',
    auth: { ...strict, tokens: { test: {}, reader: { scopes: ['ads:read'] }, other: { scopes: ['pins:read'] } } },
  })
  const statusOf = async (authorization: string): Promise<number> =>
    (await call('GET', `/v5/ad_accounts/${account}/moods`, undefined, { authorization })).status
  t.equal(await statusOf(''), 401)
  t.equal(await statusOf('Bearer unknown'), 401)
  t.equal(await statusOf('Bearer other'), 401)
  t.equal(await statusOf('Bearer reader'), 200, 'moods:read is no scope that a token can have')
})
