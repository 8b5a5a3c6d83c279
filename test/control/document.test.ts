import t from 'tap'
import { type Json, mock } from '../support/mock.ts'

t.test('test control has an OpenAPI document of its own, with every call described', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('GET', '/__mock/openapi.json')
  t.equal(status, 200)
  const tags = new Set(body.tags.map(({ name }: Json) => name))
  const operations = Object.entries<Json>(body.paths).flatMap(([path, item]) =>
    Object.entries<Json>(item).map(([method, operation]) => ({ call: `${method} ${path}`, ...operation })),
  )
  t.ok(operations.length > 15)
  for (const { call: callText, summary, description, tags: own, responses } of operations) {
    t.ok(summary && description, `${callText} says what it does`)
    t.ok(tags.has(own[0]), `${callText} has a tag that is described`)
    t.ok(responses['200'].content['application/json'].schema, `${callText} says what it answers`)
  }
  t.ok(body.paths['/__mock/worlds'].post.requestBody.content['application/json'].schema)
})

t.test('it says how the token of a server that wants one is sent, so that its page can send it', async (t) => {
  const { call } = await mock(t, { control: { token: 'secret' } })
  const { body } = await call('GET', '/__mock/openapi.json')
  const [scheme] = Object.values<Json>(body.components.securitySchemes)
  t.equal((await call('GET', '/__mock/time')).status, 401)
  t.equal((await call('GET', '/__mock/time', undefined, { [scheme.name]: 'secret' })).status, 200)
  t.match(body.security, [{}, { control_token: [] }])
})

t.test('it has a page', async (t) => {
  const { call } = await mock(t)
  t.match((await call('GET', '/__mock/docs/')).body, /swagger-ui/)
})

t.test('it is not in the document of the API', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('GET', '/openapi.json')
  t.same(
    Object.keys(body.paths).filter((path) => path.includes('__mock')),
    [],
  )
})

t.test('objects in a query are described as clients write them', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('GET', '/__mock/openapi.json')
  const parameters: readonly Json[] = body.paths['/__mock/requests'].get.parameters
  t.match(
    parameters.find(({ name }) => name === 'headers'),
    { in: 'query', style: 'deepObject', explode: true },
  )
})
