import t from 'tap'
import { redactedBody, redactedHeaders, redactedUrl, redactedValue } from '../../server/journal/redact.ts'

const form = 'application/x-www-form-urlencoded'

t.test('of Authorization the scheme is left, of cookies nothing', async (t) => {
  t.same(
    redactedHeaders({
      authorization: 'Bearer pina_secret',
      cookie: 'a=secret',
      'set-cookie': ['a=secret'],
      accept: '*/*',
    }),
    { authorization: 'Bearer …', cookie: '…', 'set-cookie': '…', accept: '*/*' },
  )
  t.same(redactedHeaders({ authorization: 'Basic c2VjcmV0' }), { authorization: 'Basic …' })
  t.same(redactedHeaders({ authorization: 'secret' }), { authorization: '…' })
})

t.test('tokens and codes are blacked out in queries, also in that of a redirect', async (t) => {
  t.equal(redactedUrl('/v5/x?a=1&access_token=secret&b=2'), '/v5/x?a=1&access_token=…&b=2')
  t.equal(redactedUrl('/v5/x?access%5Ftoken=secret'), '/v5/x?access%5Ftoken=…')
  t.equal(redactedUrl('/v5/x?a=%E0%A4%A'), '/v5/x?a=%E0%A4%A')
  t.same(redactedHeaders({ location: 'http://localhost/?code=secret&state=s' }), {
    location: 'http://localhost/?code=…&state=s',
  })
})

t.test('credentials are blacked out in forms, whatever the order and the letters', async (t) => {
  const sent = 'grant_type=refresh_token&refresh_token=secret&Client_Secret=secret&code=secret'
  t.equal(redactedBody(sent, form), 'grant_type=refresh_token&refresh_token=…&Client_Secret=…&code=…')
})

t.test('credentials are blacked out in JSON, also in what is cut and in a message that quotes them', async (t) => {
  const redacted = (text: string) => redactedBody(text, 'application/json')
  t.equal(redacted('{"access_token": "se\\"cret", "scope": "x"}'), '{"access_token": "…", "scope": "x"}')
  t.equal(redacted('{"refresh_token":"secr'), '{"refresh_token":"…')
  t.equal(redacted(`{"message":"no {'client_secret': 'secret'}"}`), `{"message":"no {'client_secret': '…'}"}`)
})

t.test("an error's code and other texts stay", async (t) => {
  t.equal(redactedBody('{"code":2,"message":"x"}', 'application/json'), '{"code":2,"message":"x"}')
  t.equal(redactedUrl('/v5/x?name=code'), '/v5/x?name=code')
})

t.test('a value that was refused is told without credentials in it', async (t) => {
  t.equal(redactedValue('refresh_token', 'secret'), '…')
  t.same(redactedValue('', { access_token: 'secret', a: 1 }), { access_token: '…', a: 1 })
  t.equal(redactedValue('name', 'x'), 'x')
})

t.test('a token is blacked out wherever it stands', async (t) => {
  t.equal(redactedBody('token=pina_one~secret&a=pin_id', form), 'token=pina_…&a=pin_id')
  t.equal(redactedBody('{"message":"pinr_secret is over"}', 'application/json'), '{"message":"pinr_… is over"}')
})
