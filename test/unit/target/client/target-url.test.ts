import t from 'tap'
import { UsageError } from '#server/config/usage-error.ts'
import { targetUrl } from '#server/target/client/target-url.ts'

t.test('a base URL has its version, and no slash at its end', async (t) => {
  t.equal(targetUrl('https://api-sandbox.pinterest.com/v5'), 'https://api-sandbox.pinterest.com/v5')
  t.equal(targetUrl('https://api-sandbox.pinterest.com/v5/'), 'https://api-sandbox.pinterest.com/v5')
  t.equal(targetUrl('http://127.0.0.1:3000'), 'http://127.0.0.1:3000/v5')
  t.equal(targetUrl('http://localhost:3000/w/shop'), 'http://localhost:3000/w/shop/v5')
})

t.test('a production host is refused however it is written, unless it is meant', async (t) => {
  for (const host of ['api.pinterest.com', 'API.Pinterest.com', 'api.pinterest.com.', 'api.pinterest.com:443']) {
    t.throws(() => targetUrl(`https://${host}/v5`), /serves production/, host)
    t.ok(targetUrl(`https://${host}/v5`, { production: true }), host)
  }
  t.throws(() => targetUrl('https://www.pinterest.com/v5'), /serves production/)
  try {
    targetUrl('https://api.pinterest.com')
    t.fail('it passed')
  } catch (error) {
    t.ok(error instanceof UsageError, 'which exits with 2')
  }
})

t.test('a host that is merely called alike is none of production', async (t) => {
  t.equal(targetUrl('https://api.pinterest.com.example.org/v5'), 'https://api.pinterest.com.example.org/v5')
  t.equal(targetUrl('https://notpinterest.com/v5'), 'https://notpinterest.com/v5')
})

t.test('no token leaves the machine in the clear or by the URL', async (t) => {
  t.throws(() => targetUrl('http://api-sandbox.pinterest.com/v5'), /https alone/)
  t.throws(() => targetUrl('https://me:secret@localhost/v5'), /no user or password/)
  t.throws(() => targetUrl('https://localhost/v5?access_token=secret'), /without a query/)
  t.throws(() => targetUrl('ftp://localhost/v5'), /takes a URL/)
  t.throws(() => targetUrl('nonsense'), /takes a URL/)
})
