import t from 'tap'
import { mock } from '../helper.ts'

const asked = async (t: Parameters<typeof mock>[0], headers: Record<string, string>, control?: object) => {
  const { app } = await mock(t, control === undefined ? {} : { control })
  return app.inject({ url: '/__mock/worlds', headers })
}

for (const headers of [
  { host: 'localhost:7468' },
  { host: '127.0.0.1:7468', origin: 'http://localhost:5173' },
  { host: '[::1]:7468', origin: 'http://[::1]:3000' },
  { host: 'app.localhost:7468', origin: 'http://app.localhost' },
  { host: 'mock:7468' },
  { host: '172.17.0.2:7468' },
  { host: 'host.docker.internal:7468' },
] as Record<string, string>[]) {
  t.test(`${JSON.stringify(headers)} may call test control`, async (t) => {
    const { statusCode, headers: answered } = await asked(t, headers)
    t.equal(statusCode, 200)
    t.equal(answered['access-control-allow-origin'], headers.origin)
  })
}

for (const headers of [
  { host: 'localhost:7468', origin: 'https://evil.example' },
  { host: 'localhost:7468', origin: 'https://localhost.evil.example' },
  { host: 'localhost:7468', origin: 'null' },
  { host: 'localhost:7468', origin: 'http://192.168.1.7' },
  { host: 'rebound.evil.example:7468' },
  { host: '127.0.0.1.nip.example:7468' },
] as Record<string, string>[]) {
  t.test(`${JSON.stringify(headers)} may not`, async (t) => {
    const answer = await asked(t, headers)
    t.equal(answer.statusCode, 403)
    t.match(answer.json(), { code: 1, message: /--control-origins.*(evil|null|192|nip)/ })
    t.notOk(answer.headers['access-control-allow-origin'])
  })
}

t.test('an origin and a host that the configuration names may', async (t) => {
  const origins = ['https://app.example.com', 'mock.example.com']
  t.equal(
    (await asked(t, { host: 'mock.example.com:80', origin: 'https://app.example.com' }, { origins })).statusCode,
    200,
  )
  t.equal((await asked(t, { host: 'other.example.com' }, { origins })).statusCode, 403)
})

t.test('with a star everybody may', async (t) => {
  t.equal((await asked(t, { host: 'a.b', origin: 'https://c.d' }, { origins: ['*'] })).statusCode, 200)
})

t.test('with a token only who sends it may', async (t) => {
  const token = 'secret'
  t.equal((await asked(t, {}, { token })).statusCode, 401)
  t.equal((await asked(t, { 'x-mock-token': 'secreT' }, { token })).statusCode, 401)
  t.equal((await asked(t, { 'x-mock-token': token }, { token })).statusCode, 200)
})

t.test('a browser may ask beforehand, without the token', async (t) => {
  const { app } = await mock(t, { control: { token: 'secret' } })
  const headers = { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' }
  const { statusCode, headers: answered } = await app.inject({ method: 'OPTIONS', url: '/__mock/reset', headers })
  t.equal(statusCode, 204)
  t.match(answered, { 'access-control-allow-origin': 'http://localhost:5173', 'access-control-allow-methods': /POST/ })
})

t.test('the API itself answers every origin, as it does for frontends', async (t) => {
  const { call } = await mock(t)
  t.equal((await call('GET', '/v5/ad_accounts', undefined, { origin: 'https://evil.example' })).status, 200)
})

t.test('test control that is switched off is not there, and the API is', async (t) => {
  const { call } = await mock(t, { control: 'off' })
  t.equal((await call('POST', '/__mock/reset')).status, 404)
  t.equal((await call('GET', '/__mock/docs')).status, 404)
  t.equal((await call('GET', '/v5/ad_accounts')).status, 200)
})
