import t from 'tap'
import { type MockWorld, startMock } from '#server/index.ts'

const call = (mock: MockWorld, path: string): Promise<Response> =>
  mock.fetch(mock.baseUrl + path, { headers: { authorization: `Bearer ${mock.token}` } })

t.test('the number of requests is exact, or an error says that it is not known', async (t) => {
  const mock = await startMock({ listen: false, journal: 5 })
  t.teardown(() => mock.close())
  for (let number = 0; number < 7; number++) await call(mock, '/boards?page_size=25')
  t.equal(await mock.requests.count({ operation: 'boards/list' }), 7)
  t.equal(await mock.requests.count({ operation: 'pins/list', query: { page_size: 25 } }), 0)
  await t.rejects(mock.requests.count({ query: { page_size: 25 } }), {
    name: 'ControlError',
    status: 409,
    message: /5 requests match, and 2 more may/,
  })
})

t.test('an expectation that forgotten requests could make true or false is an error that says so', async (t) => {
  const mock = await startMock({ listen: false, journal: 5 })
  t.teardown(() => mock.close())
  for (let number = 0; number < 7; number++) await call(mock, '/boards')
  t.match(await mock.requests.verify({ operation: 'boards/list' }, { times: 7 }), { found: 7, forgotten: 0 })
  const never = mock.requests.verify({ query: { page_size: 25 } }, { never: true })
  await t.rejects(never, { name: 'ControlError', status: 409, message: /forgotten/ })
})

t.test('the error of an expectation that fails shows the nearest request', async (t) => {
  const mock = await startMock({ listen: false })
  t.teardown(() => mock.close())
  await call(mock, '/boards?page_size=25')
  await t.rejects(mock.requests.verify({ operation: 'boards/list', query: { page_size: 50 } }), {
    name: 'ControlError',
    message: /The nearest is \d+, GET .*\n.*expected.*\n.*\n {2}query\.page_size: 50 +\| 25 {2}<<<$/,
  })
})
