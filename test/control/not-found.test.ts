import t from 'tap'
import { mock } from '../support/mock.ts'

t.test('a call that test control does not have is told the nearest that it has', async (t) => {
  const { call } = await mock(t)
  t.match(await call('POST', '/w/one/__mock/world'), {
    status: 404,
    body: { code: 1, message: /^Test control has no such call: .* Did you mean POST \/__mock\/worlds\?/ },
  })
})

t.test('a call with another method is told those that there are', async (t) => {
  const { call } = await mock(t)
  const { status, headers, body } = await call('POST', '/__mock/snapshots/one')
  t.equal(status, 405)
  t.equal(headers.allow, 'PUT, DELETE')
  t.match(body.message, /allowed: PUT, DELETE$/)
})

t.test('a slash too many is no other call', async (t) => {
  const { call } = await mock(t)
  t.match(await call('GET', '/__mock/time/'), { status: 404, body: { message: /Did you mean GET \/__mock\/time\?/ } })
})

t.test('a page of another site is not told even that', async (t) => {
  const { call } = await mock(t)
  t.equal((await call('GET', '/__mock/nothing', undefined, { origin: 'https://evil.example' })).status, 403)
})
