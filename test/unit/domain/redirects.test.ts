import t from 'tap'
import { isRedirectTarget, placeOf } from '#server/domain/access/redirects.ts'

for (const uri of [
  'http://localhost:8085/',
  'http://127.0.0.1:8085/back?x=1',
  'http://[::1]:8085/',
  'https://app.example.com/oauth/callback',
  'https://xn--mnchen-3ya.example/',
  'myapp://back',
  'com.example.app:/oauth2redirect',
  'msauth.com.example.app://auth',
  'HTTPS://APP.EXAMPLE/',
]) {
  t.test(`a user may be sent to ${uri}`, async (t) => {
    t.ok(isRedirectTarget(uri))
  })
}

for (const uri of [
  ...['javascript', 'data', 'vbscript', 'file', 'filesystem', 'blob', 'about', 'view-source', 'chrome', 'edge'].flatMap(
    (scheme) => [`${scheme}://x/`, `${scheme}:/x`, `${scheme}:x`, `${scheme.toUpperCase()}://x/`, ` ${scheme}://x/`],
  ),
  'java\nscript://x/%0aalert(1)',
  'blob:http://localhost/x',
  'view-source:http://localhost/',
  'chrome-extension://x/',
  'moz-extension://x/',
  'ms-settings:/x',
  'ws://localhost/',
  'ftp://localhost/',
  'mailto:someone@example.com',
  'intent://x#Intent;end',
  'localhost:8085/back',
  'app.example:8085/back',
  '//app.example/back',
  '/back',
  'back',
  '',
  'http://user:word@app.example/',
  'https://user@app.example/',
  'http://a;b/',
  'http://a,b/',
  "http://a'b/",
  'http://*.example/',
]) {
  t.test(`nobody is sent to ${JSON.stringify(uri)}`, async (t) => {
    t.notOk(isRedirectTarget(uri))
  })
}

t.test('a content policy names the origin, or the scheme of an app', async (t) => {
  t.equal(placeOf('http://localhost:8085/back?x=1'), 'http://localhost:8085')
  t.equal(placeOf('myapp://back;script-src'), 'myapp:')
})
