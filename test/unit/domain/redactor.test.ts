import t from 'tap'
import { Redactor } from '#server/domain/redaction/redactor.ts'

const form = 'application/x-www-form-urlencoded'
const blackout = new Redactor()
const text = (input: string) => blackout.text(input)
const url = (input: string) => blackout.url(input)
const headers = (input: Record<string, string | string[]>) => blackout.headers(input)

t.test('of Authorization the scheme is left, of cookies nothing', async (t) => {
  t.same(
    headers({ authorization: 'Bearer pina_secret', cookie: 'a=secret', 'set-cookie': ['a=secret'], accept: '*/*' }),
    { authorization: 'Bearer …', cookie: '…', 'set-cookie': '…', accept: '*/*' },
  )
  t.same(headers({ authorization: 'Basic c2VjcmV0' }), { authorization: 'Basic …' })
  for (const authorization of ['secret', 'secret and more', 'Bearersecret']) {
    t.same(headers({ authorization }), { authorization: '…' })
  }
})

t.test('a header that is named as credentials are is blacked out, and its neighbours are not', async (t) => {
  const names = ['x-mock-token', 'x-api-key', 'proxy-authorization', 'x-csrf-token', 'x-amz-security-token', 'api-key']
  for (const name of names) t.same(headers({ [name]: 'secret' }), { [name]: '…' })
  const others = { 'x-token-type': 'bearer', 'content-type': 'application/json', 'idempotency-key': '1', 'x-code': '2' }
  t.same(headers(others), others)
})

t.test('tokens and codes are blacked out in queries, also in that of a redirect', async (t) => {
  t.equal(url('/v5/x?a=1&access_token=secret&b=2'), '/v5/x?a=1&access_token=…&b=2')
  t.equal(url('/v5/x?access%5Ftoken=secret'), '/v5/x?access%5Ftoken=…')
  t.equal(url('/v5/x?access_token[]=secret&oauth[token]=secret'), '/v5/x?access_token[]=…&oauth[token]=…')
  t.equal(url('/v5/x?a=1;client_secret=secret'), '/v5/x?a=1;client_secret=…')
  t.equal(url('/v5/x?a=%E0%A4%A'), '/v5/x?a=%E0%A4%A')
  t.same(headers({ location: 'http://localhost/?code=secret&state=s' }), {
    location: 'http://localhost/?code=…&state=s',
  })
})

t.test('a token is blacked out in a path, however it is encoded', async (t) => {
  for (const path of [
    '/v5/pina_secret',
    '/v5/pina%5Fsecret',
    '/v5/%70ina_secret',
    '/v5/pina%255Fsecret',
    '/v5/%zzpina_s',
  ]) {
    t.match(url(path), /pina_…$/, path)
  }
  t.equal(url('/v5/x;access_token=secret/y'), '/v5/x;access_token=…')
  for (const path of ['/v5/pins/1', '/v5/spina_bifida', '/v5/a%20b', '/v5/%zz']) t.equal(url(path), path)
})

t.test('credentials are blacked out in forms, whatever the order, the letters and the coding', async (t) => {
  const sent = 'grant_type=refresh_token&refresh_token=secret&Client_Secret=secret&code=secret&a=%70inr_secret'
  t.equal(blackout.body(sent, form), 'grant_type=refresh_token&refresh_token=…&Client_Secret=…&code=…&a=pinr_…')
})

t.test('credentials are blacked out in JSON, also in what is cut and in a message that quotes them', async (t) => {
  t.equal(text('{"access_token": "se\\"cret", "scope": "x"}'), '{"access_token": "…", "scope": "x"}')
  t.equal(text('{"refresh_token":"secr'), '{"refresh_token":"…')
  t.equal(text(`{"message":"no {'client_secret': 'secret'}"}`), `{"message":"no {'client_secret': '…'}"}`)
  t.equal(text('{"message":"no {\\"password\\": \\"secret\\"}"}'), '{"message":"no {\\"password\\": \\"…"}')
})

t.test('behind a name of credentials in JSON, a value of any kind is blacked out, and nothing else', async (t) => {
  t.equal(text('{"token": 123, "a": 1}'), '{"token": "…", "a": 1}')
  t.equal(text('{"token": ["secret", {"a": "]"}], "a": 1}'), '{"token": "…", "a": 1}')
  t.equal(text('{"token": {"value": "secret"}}'), '{"token": "…"}')
  t.equal(text('{"to\\u006ben": "secret"}'), '{"token": "…"}')
  t.equal(text('{"access_token": null, "token_type": "bearer"}'), '{"access_token": null, "token_type": "bearer"}')
})

t.test('OAuth’s code in JSON is blacked out, and the code of an error or a country stays', async (t) => {
  t.equal(text('{"code":"0123456789"}'), '{"code":"…"}')
  for (const unchanged of ['{"code":2,"message":"x"}', '{"code":"US"}', '{"promo_code":"0123456789"}'])
    t.equal(text(unchanged), unchanged)
  t.equal(url('/v5/x?name=code'), '/v5/x?name=code')
})

t.test('what is as this server gives it is blacked out without a name', async (t) => {
  t.equal(text(`a two~${'A2'.repeat(24)}.`), 'a two~….')
  t.equal(text('A2'.repeat(25)), 'A2'.repeat(25))
})

t.test('of a text that was cut, also the beginning of what stood at its end is blacked out', async (t) => {
  t.equal(text(`a two~${'A2'.repeat(20)}…`), 'a two~……')
  t.equal(text('see http://user:sec…'), 'see http://…')
  t.equal(text('see http://localhost:8085/sec…'), 'see http://localhost:8085/sec…')
})

t.test('a value that was refused is told without credentials in it', async (t) => {
  t.equal(blackout.value('refresh_token', 'secret'), '…')
  t.equal(blackout.value('body[0].token', ['secret']), '…')
  t.same(blackout.value('', { access_token: { of: 'secret' }, a: 1 }), { access_token: '…', a: 1 })
  t.same(blackout.value('', { pina_x: ['pinr_x', 'x'], code: 1 }), { 'pina_…': ['pinr_…', 'x'], code: 1 })
  t.equal(blackout.value('name', 'x'), 'x')
  t.equal(blackout.value('token', null), null)
})

t.test('a token is blacked out wherever it stands', async (t) => {
  t.equal(blackout.body('token=pina_one~secret&a=pin_id', form), 'token=…&a=pin_id')
  t.equal(text('{"message":"pinr_secret is over"}'), '{"message":"pinr_… is over"}')
  t.equal(text('Bearer opaque-secret'), 'Bearer …')
  t.equal(text(`Basic ${Buffer.from('1:secret').toString('base64')}`), 'Basic …')
  t.equal(text('Basic accessories'), 'Basic accessories')
  t.equal(text('http://user:secret@localhost/'), 'http://…@localhost/')
})

t.test('what the server knows as its secrets is blacked out wherever it stands, also in part', async (t) => {
  const known = new Redactor(['tok/en "1" long', 'short', 'abc'])
  t.equal(known.text('xtok/en "1" longx'), 'x…x')
  t.equal(known.text(JSON.stringify('tok/en "1" long')), '"…"')
  t.equal(known.url('/v5/tok%2Fen%20%221%22%20long?a=tok%2Fen%20%221%22%20long'), '/v5/…?a=…')
  t.equal(known.text("'tok/en \"1…'"), "'……'")
  t.equal(known.text('a short one, shortened'), 'a … one, shortened')
  t.equal(known.text('abc'), 'abc', 'three letters stand anywhere')
})

t.test('a text of any length and kind takes time that grows with it, and not with its square', async (t) => {
  // The square of it is a trillion steps for each text: no machine makes them within the time of a test.
  const size = 2 ** 20
  const texts = [
    'a',
    '\\',
    '%',
    '%61',
    '"token":',
    'token=',
    "'",
    '[',
    '{"token":[',
    '://',
    'pina_',
    'A',
    '\\u00',
    'Basic ',
  ]
  const known = new Redactor(['a'.repeat(300), '%61%61%61%61%61'])
  for (const one of texts) {
    t.match(known.text(`pina_x ${one.repeat(Math.ceil(size / one.length))}`), /^pina_…/, one)
    await new Promise(setImmediate)
  }
})
