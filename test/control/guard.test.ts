import t from 'tap'
import { mock } from '../support/mock.ts'

const callWith = async (t: Parameters<typeof mock>[0], headers: Record<string, string>, control?: object) => {
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
    const { statusCode, headers: answered } = await callWith(t, headers)
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
    const answer = await callWith(t, headers)
    t.equal(answer.statusCode, 403)
    t.match(answer.json(), { code: 1, message: /--control-origins.*(evil|null|192|nip)/ })
    t.notOk(answer.headers['access-control-allow-origin'])
  })
}

for (const origin of ['http://192.168.1.7:5173', 'http://192.168.1.7:7468']) {
  t.test(`a page of ${origin}, such as a phone's, is refused with the options that let it in`, async (t) => {
    const host = '192.168.1.7:7468'
    const { message } = (await callWith(t, { host, origin })).json()
    t.match(message, '--control-origins 192.168.1.7,')
    t.match(message, '--host 0.0.0.0 --public-url http://192.168.1.7:7468')
    t.equal((await callWith(t, { host, origin }, { origins: ['192.168.1.7'] })).statusCode, 200)
  })
}

t.test('a page from a file is refused with what lets it in, and let in by that', async (t) => {
  const headers = { host: 'localhost:7468', origin: 'null' }
  t.match((await callWith(t, headers)).json().message, '--control-origins null')
  const { statusCode, headers: answered } = await callWith(t, headers, { origins: ['null'] })
  t.equal(statusCode, 200)
  t.equal(answered['access-control-allow-origin'], 'null')
})

t.test('a refusal stays short, whatever the page calls itself', async (t) => {
  const { message } = (await callWith(t, { host: 'localhost', origin: `https://${'x'.repeat(5000)}.example` })).json()
  t.ok(message.length < 500)
})

const fetched = (site: string, mode: string, dest: string): Record<string, string> => ({
  host: 'localhost:7468',
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
  'sec-fetch-dest': dest,
})

for (const site of ['cross-site', 'same-site', 'else']) {
  for (const [what, mode, dest] of [
    ['an image', 'no-cors', 'image'],
    ['a script', 'no-cors', 'script'],
    ['a style', 'no-cors', 'style'],
    ['a frame', 'navigate', 'iframe'],
    ['a link', 'navigate', 'document'],
    ['a fetch that asks for no answer', 'no-cors', 'empty'],
  ] as const) {
    t.test(`${what} of a page that is ${site} may not call test control, and does nothing`, async (t) => {
      const { app, worlds } = await mock(t)
      for (const method of ['GET', 'HEAD', 'POST', 'DELETE'] as const) {
        for (const url of ['/w/ghost/__mock/state', '/__mock', '/__mock/worlds', '/__mock/nothing']) {
          const { statusCode } = await app.inject({ method, url, headers: fetched(site, mode, dest) })
          t.equal(statusCode, 403, `${method} ${url}`)
        }
      }
      t.same(worlds.names(), ['default'])
    })
  }

  t.test(`a page that is ${site} may when its origin is let in, and another may not`, async (t) => {
    const { app } = await mock(t, { control: { origins: ['https://app.example.com'] } })
    const statusOf = async (origin: string) => {
      const headers = { ...fetched(site, 'cors', 'empty'), origin }
      return (await app.inject({ url: '/__mock/worlds', headers })).statusCode
    }
    t.equal(await statusOf('https://app.example.com'), 200)
    t.equal(await statusOf('http://localhost:5173'), 200)
    t.equal(await statusOf('https://evil.example'), 403)
  })
}

for (const site of ['none', 'same-origin']) {
  t.test(`who asks by a browser without another page, ${site}, may`, async (t) => {
    const { app } = await mock(t)
    t.equal(
      (await app.inject({ url: '/__mock/worlds', headers: fetched(site, 'navigate', 'document') })).statusCode,
      200,
    )
  })
}

t.test('with a star pages of everywhere may, however they ask', async (t) => {
  t.equal((await callWith(t, fetched('cross-site', 'no-cors', 'image'), { origins: ['*'] })).statusCode, 200)
})

for (const url of ['/__mock/docs', '/__mock/docs/static/swagger-ui.css', '/__mock/openapi.json']) {
  t.test(`${url} is shown to who follows a link, and neither framed nor loaded by another site`, async (t) => {
    const { app } = await mock(t, { control: { token: 'secret' } })
    const statusOf = async (headers: Record<string, string>) => (await app.inject({ url, headers })).statusCode
    t.equal(await statusOf({ host: 'localhost' }), 200, 'without the token')
    t.equal(await statusOf(fetched('cross-site', 'navigate', 'document')), 200)
    t.equal(await statusOf(fetched('same-origin', 'no-cors', 'style')), 200)
    t.equal(await statusOf(fetched('cross-site', 'navigate', 'iframe')), 403)
    t.equal(await statusOf(fetched('cross-site', 'no-cors', 'script')), 403)
    t.equal(await statusOf({ host: 'localhost', origin: 'https://evil.example' }), 403)
    t.equal(await statusOf({ host: 'rebound.evil.example' }), 403)
  })
}

t.test('the certificate of the authority is everybody’s', async (t) => {
  const { app } = await mock(t, { control: { token: 'secret' } })
  const headers = { ...fetched('cross-site', 'no-cors', 'image'), host: 'api.pinterest.com' }
  const { statusCode, body } = await app.inject({ url: '/__mock/ca.pem', headers })
  t.equal(statusCode, 404)
  t.match(body, /--https-port/, 'which this server has not')
})

t.test('an origin and a host that the configuration names may', async (t) => {
  const origins = ['https://app.example.com', 'mock.example.com']
  t.equal(
    (await callWith(t, { host: 'mock.example.com:80', origin: 'https://app.example.com' }, { origins })).statusCode,
    200,
  )
  t.equal((await callWith(t, { host: 'other.example.com' }, { origins })).statusCode, 403)
})

t.test('with a star everybody may', async (t) => {
  t.equal((await callWith(t, { host: 'a.b', origin: 'https://c.d' }, { origins: ['*'] })).statusCode, 200)
})

t.test('with a token only who sends it may', async (t) => {
  const token = 'secret'
  t.equal((await callWith(t, {}, { token })).statusCode, 401)
  t.equal((await callWith(t, { 'x-mock-token': 'secreT' }, { token })).statusCode, 401)
  t.equal((await callWith(t, { 'x-mock-token': token }, { token })).statusCode, 200)
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
