import t from 'tap'
import { start } from './start.ts'

t.test('what is logged off a terminal is lines of JSON, and has nothing that lets someone in', async (t) => {
  const { banner, child, end } = await start(t, ['--log-level', 'trace'])
  let printed = ''
  child.stdout?.on('data', (chunk) => (printed += chunk))
  const headers = { authorization: 'Bearer s3cret', cookie: 'session=s3cret', 'x-mock-token': 's3cret' }
  const query = 'page_size=1&access_token=s3cret&refresh_token=s3cret&client_secret=s3cret&code=s3cret'
  for (const path of ['/ad_accounts', '/nowhere', '/oauth/token']) {
    await fetch(`${banner.base_url}${path}?${query}`, { headers })
  }
  await fetch(`${banner.base_url}/ad_accounts`, { method: 'POST', headers, body: '{"access_token":"s3cret"' })
  t.equal(await end('SIGTERM'), 0)
  const lines = printed
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.ok(lines.length >= 8)
  const [first] = lines.filter(({ req }) => req !== undefined)
  t.match(first, { req: { method: 'GET', url: /page_size=1&access_token=\[redacted\]&/ } })
  t.notMatch(printed, /s3cret/)
})
