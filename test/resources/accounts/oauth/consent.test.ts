import t from 'tap'
import { consentQuery, exchange, planner, send, strict, strictMock } from '#test/fixtures/oauth.ts'
import { type Answer, type Mock, mock } from '#test/support/mock.ts'

const page = ({ call }: Mock, query: string, base = ''): Promise<Answer> => call('GET', `${base}/oauth/?${query}`)

/** What a browser would send when the button of that name is pressed, and where to, read from the page itself. */
function formOf(html: string, button: string, url: string) {
  const fields = new URLSearchParams()
  const [, hidden = '', value = ''] = /<input type="hidden" name="(\w+)" value="([^"]+)">/.exec(html) ?? []
  fields.set(hidden, value)
  const select = /<select id="(\w+)" name="(\w+)">(.*?)<\/select>/s.exec(html)
  const chosen = /value="([^"]+)" selected/.exec(select?.[3] ?? '')?.[1]
  fields.set(select?.[2] ?? '', chosen ?? '')
  const pressed = new RegExp(`<button name="(\\w+)" value="(\\w+)">${button}</button>`).exec(html)
  fields.set(pressed?.[1] ?? '', pressed?.[2] ?? '')
  const [, method = ''] = /<form method="(\w+)">/.exec(html) ?? []
  return { method: method.toUpperCase(), url, payload: fields.toString() }
}

async function press(world: Mock, button: string, query: string, base = ''): Promise<Answer> {
  const { body } = await page(world, query, base)
  const { method, url, payload } = formOf(body, button, `${base}/oauth/?${query}`)
  return world.call(method, url, payload, { 'content-type': 'application/x-www-form-urlencoded' })
}

const locationOf = ({ headers }: Answer): string => headers.location

t.test('the page shows the app, what it asks for in words, and the users of the world', async (t) => {
  const { status, headers, body } = await page(await strictMock(t), consentQuery())
  t.equal(status, 200)
  t.match(headers, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      /default-src 'none'.*form-action 'self' http:\/\/localhost:8085;.*frame-ancestors 'none'/,
  })
  t.match(body, '<h1>Planner asks for access</h1>')
  t.match(body, 'Read campaigns and all that belongs to them')
  t.match(body, '<code>user_accounts:read</code>')
  t.notMatch(body, 'ads:write')
  for (const name of ['mock_advertiser', 'coastal_kitchens']) t.match(body, `>${name}</option>`)
  t.match(body, /<label for="user">/)
  t.notMatch(body, /<script|src=|href=/)
})

t.test('Allow sends the user back with a code that is worth a token', async (t) => {
  const world = await strictMock(t)
  const answer = await press(world, 'Allow', consentQuery('&state=a%26b%3Dc'))
  t.equal(answer.status, 302)
  t.match(locationOf(answer), /^http:\/\/localhost:8085\/\?code=\w+&state=a%26b%3Dc$/)
  const code = new URL(locationOf(answer)).searchParams.get('code') ?? ''
  t.match(await send(world, exchange(code)), { status: 200, body: { scope: 'ads:read user_accounts:read' } })
})

t.test('without a state the code comes alone', async (t) => {
  t.match(
    locationOf(await press(await strictMock(t), 'Allow', consentQuery())),
    /^http:\/\/localhost:8085\/\?code=[^=&]+$/,
  )
})

t.test('Deny sends the user back with the error, and the state when there was one', async (t) => {
  const world = await strictMock(t)
  t.equal(locationOf(await press(world, 'Deny', consentQuery())), 'http://localhost:8085/?error=access_denied')
  t.equal(
    locationOf(await press(world, 'Deny', consentQuery('&state=x'))),
    'http://localhost:8085/?error=access_denied&state=x',
  )
})

t.test('who is chosen is who the token acts as', async (t) => {
  const world = await strictMock(t)
  const answer = await press(world, 'Allow', consentQuery('&user=coastal_kitchens'))
  const code = new URL(locationOf(answer)).searchParams.get('code') ?? ''
  const { access_token } = (await send(world, exchange(code))).body
  const { body } = await world.call('GET', '/v5/user_account', undefined, { authorization: `Bearer ${access_token}` })
  t.match(body, { username: 'coastal_kitchens' })
})

t.test('each world has a page of its own, with its own users', async (t) => {
  const world = await strictMock(t)
  const { body } = await page(world, consentQuery(), '/w/two')
  t.match(body, 'World: two')
  t.match(locationOf(await press(world, 'Allow', consentQuery(), '/w/two')), /\?code=two~/)
})

t.test('nobody is asked where that is asked for, by the query or the configuration', async (t) => {
  const world = await strictMock(t)
  t.match(locationOf(await page(world, consentQuery('&auto_approve=1'))), /\?code=/)
  t.equal((await page(world, consentQuery('&auto_approve=0'))).status, 200)
  const headless = await mock(t, { auth: { ...strict, autoApprove: true } })
  t.match(locationOf(await page(headless, consentQuery())), /\?code=/)
})

t.test(
  'the query is understood as clients write it: the old name of the id, spaces, and things of their own',
  async (t) => {
    const world = await strictMock(t)
    const query = `consumer_id=${planner.id}&redirect_uri=${encodeURIComponent(planner.redirectUri)}&response_type=code&refreshable=True&scope=ads%3Aread+pins%3Aread`
    const { status, body } = await page(world, query)
    t.equal(status, 200)
    t.match(body, '<code>pins:read</code>')
  },
)

const violations: Readonly<Record<string, readonly [string, RegExp]>> = {
  'an unknown app': [consentQuery().replace(planner.id, '99'), /client_id 99 is no app/],
  'no app': [consentQuery().replace('client_id', 'x'), /client_id is missing/],
  'a redirect URI that the app has not registered': [
    consentQuery().replace('8085/', '8085/other'),
    /not among those that the app has registered/,
  ],
  'no redirect URI': [consentQuery().replace('redirect_uri', 'x'), /redirect_uri is missing/],
  'another type of response': [consentQuery().replace('response_type=code', 'response_type=token'), /must be code/],
  'an unknown scope': [consentQuery(',ads:all'), /no scope ads:all/],
  'no scope': [consentQuery().replace('scope', 'x'), /scope is missing/],
  'two states': [consentQuery('&state=1&state=2'), /state was sent 2 times/],
  'a user whom the world has not': [consentQuery('&user=nobody'), /no user nobody/],
}
for (const [what, [query, reason]] of Object.entries(violations)) {
  t.test(`${what} is refused on the page, and nobody is sent anywhere`, async (t) => {
    const world = await strictMock(t)
    const form = new URLSearchParams(formOf((await page(world, consentQuery())).body, 'Allow', '').payload)
    form.set('user', 'nobody')
    for (const method of ['GET', 'POST']) {
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      const url = `/oauth/?${query}&auto_approve=1`
      const { status, headers, body } = await world.call(method, url, form.toString(), type)
      t.equal(status, 400, method)
      t.equal(headers.location, undefined)
      t.match(body, /role="alert"/)
      t.match(body, reason)
    }
  })
}

t.test('in open mode every app is asked for, and goes back to where it wants, but to no script', async (t) => {
  const world = await mock(t)
  const query = (uri: string) =>
    `client_id=any&redirect_uri=${encodeURIComponent(uri)}&response_type=code&scope=ads:read&auto_approve=1`
  t.match(locationOf(await page(world, query('myapp://back'))), /^myapp:\/\/back\?code=\w+$/)
  t.match(
    locationOf(await page(world, query('https://a.example/x?y=1#z'))),
    /^https:\/\/a\.example\/x\?y=1&code=\w+#z$/,
  )
  for (const uri of ['javascript:alert(1)', 'data:text/html,x', '/back', 'nowhere']) {
    t.equal((await page(world, query(uri))).status, 400, uri)
  }
})

t.test('an answer that does not come from the page is refused, and nobody is sent anywhere', async (t) => {
  const world = await strictMock(t)
  const { body } = await page(world, consentQuery('&state=mine'))
  const ofAnother = new URLSearchParams(formOf(body, 'Allow', '').payload).get('csrf_token')
  for (const token of [undefined, '', 'x'.repeat(43), ofAnother]) {
    const form = `decision=allow${token === undefined ? '' : `&csrf_token=${token}`}`
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await world.call('POST', `/oauth/?${consentQuery()}`, form, type)
    t.equal(answer.status, 400, `${token}`)
    t.match(answer.body, /does not come from the consent page/)
    t.equal(locationOf(answer), undefined)
  }
})

t.test('the answer to the page of one world is none to that of another', async (t) => {
  const world = await strictMock(t)
  const { payload } = formOf((await page(world, consentQuery())).body, 'Allow', '')
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  t.equal((await world.call('POST', `/w/two/oauth/?${consentQuery()}`, payload, type)).status, 400)
  t.equal((await world.call('POST', `/oauth/?${consentQuery()}`, payload, type)).status, 302)
})

t.test('nobody is sent to a place whose host would add to the content policy', async (t) => {
  const world = await mock(t)
  const query = (uri: string) =>
    `client_id=any&redirect_uri=${encodeURIComponent(uri)}&response_type=code&scope=ads:read`
  for (const uri of ['http://a;script-src/', "http://a.example'unsafe-inline'/", 'https://*/', 'http://a,b/']) {
    const { status, headers } = await page(world, query(uri))
    t.equal(status, 400, uri)
    t.match(headers['content-security-policy'], /form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/)
  }
  const policyFor = async (uri: string) => (await page(world, query(uri))).headers['content-security-policy']
  t.match(await policyFor('https://app.example:8443/back'), "form-action 'self' https://app.example:8443; base-uri")
  t.match(await policyFor('myapp://a;script-src/'), "form-action 'self' myapp:; base-uri")
})

t.test('no Host adds to the content policy', async (t) => {
  const { call } = await mock(t)
  const policyFor = async (host: string) =>
    (await call('GET', `/oauth/?${consentQuery()}`, undefined, { host })).headers['content-security-policy']
  for (const host of ['a;script-src *', "a 'unsafe-inline'", 'a, default-src *']) {
    t.equal(await policyFor(host), await policyFor('localhost'))
  }
})

t.test('no page frames the consent page, nor its refusal', async (t) => {
  const world = await mock(t)
  for (const query of [consentQuery(), 'client_id=x']) {
    const { headers } = await page(world, query)
    t.equal(headers['x-frame-options'], 'DENY')
    t.match(headers['content-security-policy'], /frame-ancestors 'none'/)
  }
})

t.test('looking at the page of a world makes no world, and allowing does', async (t) => {
  const world = await strictMock(t)
  await page(world, consentQuery(), '/w/two')
  t.notOk(world.worlds.has('two'))
  await press(world, 'Deny', consentQuery(), '/w/two')
  t.notOk(world.worlds.has('two'))
  await press(world, 'Allow', consentQuery(), '/w/two')
  t.ok(world.worlds.has('two'))
})

t.test('a redirect URI that would break a header is written as a URL is', async (t) => {
  const world = await mock(t)
  const uri = encodeURIComponent('http://localhost:8085/ä\r\nx-evil: 1')
  const answer = await page(world, `client_id=any&redirect_uri=${uri}&response_type=code&scope=ads:read&auto_approve=1`)
  t.match(locationOf(answer), /^http:\/\/localhost:8085\/%C3%A4x-evil:%201\?code=/)
  t.equal(answer.headers['x-evil'], undefined)
})

t.test('nothing that is sent becomes part of the page as HTML', async (t) => {
  const world = await mock(t)
  const evil = encodeURIComponent(`"'><script>alert(1)</script>`)
  const back = encodeURIComponent('http://localhost:8085/?<script>"')
  for (const query of [
    `client_id=${evil}&redirect_uri=${back}&response_type=code&scope=ads:read&state=${evil}`,
    `client_id=x&redirect_uri=${back}&response_type=${evil}&scope=ads:read`,
    `client_id=x&redirect_uri=${evil}&response_type=code&scope=ads:read`,
    `client_id=x&redirect_uri=${back}&response_type=code&scope=${evil}`,
  ]) {
    const { body } = await page(world, query)
    t.notMatch(body, /<script/)
    t.match(body, /&lt;script&gt;/)
  }
})

t.test('the page’s own style is the one that its policy knows', async (t) => {
  const { createHash } = await import('node:crypto')
  const { headers, body } = await page(await strictMock(t), consentQuery())
  const style = /<style>(.*?)<\/style>/s.exec(body)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  t.match(headers['content-security-policy'], `'sha256-${hash}'`)
})

t.test('an app that nobody has named goes by its id, whatever that is', async (t) => {
  const { body } = await page(await mock(t), consentQuery().replace(planner.id, 'constructor'))
  t.match(body, '<h1>constructor asks for access</h1>')
})

t.test('the page answers without its last slash, too', async (t) => {
  const { call } = await strictMock(t)
  t.equal((await call('GET', `/oauth?${consentQuery()}`)).status, 200)
  t.equal((await call('GET', `/w/two/oauth?${consentQuery()}`)).status, 200)
})

t.test('a form in which nothing is decided denies', async (t) => {
  const world = await strictMock(t)
  const token = /name="csrf_token" value="([^"]+)"/.exec((await page(world, consentQuery())).body)?.[1]
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await world.call('POST', `/oauth/?${consentQuery()}`, `csrf_token=${token}`, type)
  t.equal(locationOf(answer), 'http://localhost:8085/?error=access_denied')
})
