import t, { type Test } from 'tap'
import { configurationOf } from '#server/config/config.ts'
import { openServer } from '#server/server.ts'

async function serverOf(t: Test, options: Readonly<Record<string, unknown>> = {}) {
  const { app } = await openServer(configurationOf({ port: 0, logLevel: 'silent', ...options }))
  t.teardown(() => app.close())
  return (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
}

t.test('a browser that opens the server is led to the console, below any prefix', async (t) => {
  const get = await serverOf(t)
  for (const [url, location] of [
    ['/', 'console/'],
    ['/?a=1', 'console/'],
    ['/w/one', 'one/console/'],
    ['/w/one/', 'console/'],
    ['/console', 'console/'],
  ] as const) {
    t.match(await get(url), { statusCode: 302, headers: { location } }, url)
  }
})

t.test('the console is a page whose scripts and styles are files of this server', async (t) => {
  const get = await serverOf(t)
  const { statusCode, headers, body } = await get('/console/')
  t.equal(statusCode, 200)
  t.match(headers, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': /script-src 'self';.*style-src 'self'/,
    'x-frame-options': 'DENY',
  })
  const files = [...body.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file = '']) => file)
  t.ok(files.length >= 3)
  for (const file of files) t.equal((await get(`/console/${file}`)).statusCode, 200, file)
  t.notMatch(body, /<style|style="|<script(?! type="module" crossorigin src)/)
})

t.test('what the console does not have is a 404 in the envelope', async (t) => {
  const get = await serverOf(t)
  for (const url of ['/console/x', '/console/../package.json', '/console/assets/']) {
    t.match(await get(url), { statusCode: 404, body: /^{"code":/ }, url)
  }
})

for (const option of ['console', 'control']) {
  t.test(`--${option} off leaves the console out, and the server leads to its documents`, async (t) => {
    const get = await serverOf(t, { [option]: false })
    t.match(await get('/'), { statusCode: 302, headers: { location: 'docs' } })
    t.equal((await get('/console/')).statusCode, 404)
  })
}

t.test('pages of other sites do not load the console', async (t) => {
  const get = await serverOf(t)
  t.equal((await get('/console/', { origin: 'https://example.com' })).statusCode, 403)
  t.equal((await get('/console/', { host: 'mock.example.com' })).statusCode, 403)
})
