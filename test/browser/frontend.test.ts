import t, { type Test } from 'tap'
import { frontend, missing, openPage, type Page, started } from './chromium.ts'

// Frontends at other origins than the server's, in Chromium.

const browser = { skip: missing }

/** Opens a page of a frontend, with the base URL of a server of the test as `api` and test control as `control`. */
async function opened(t: Test, files: Readonly<Record<string, string>> = {}, host = 'localhost'): Promise<Page> {
  const { base_url, control_url } = await started(t)
  const origin = (await frontend(t, files)).replace('localhost', host)
  const page = await openPage(t)
  await page.goto(`${origin}/`)
  await page.evaluate(`Object.assign(window, {
    api: '${base_url}',
    control: '${control_url}',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
  })`)
  return page
}

/** Runs the body of an asynchronous function on the page. */
const run = <Result>(page: Page, body: string): Promise<Result> => page.evaluate(`(async () => { ${body} })()`)

t.test('a page calls with credentials, and reads status, body and headers', browser, async (t) => {
  const page = await opened(t)
  const read = await run(
    page,
    `await fetch(control + '/faults', { method: 'POST', headers, body: JSON.stringify({
       effect: { type: 'rate_limited', retry_after: 7 }, times: 1 }) })
     const limited = await fetch(api + '/ad_accounts', { headers, credentials: 'include' })
     const passed = await fetch(api + '/ad_accounts', { headers, credentials: 'include' })
     return [limited.status, limited.headers.get('retry-after'), limited.headers.get('x-mock-rules'),
       passed.status, (await passed.json()).items.length, passed.headers.get('x-ratelimit-remaining') !== null]`,
  )
  t.same(read, [429, '7', 'request.rate-limit', 200, 3, true])
})

t.test('a page sends any method with headers of its own, after a preflight', browser, async (t) => {
  const page = await opened(t)
  const statuses = await run(
    page,
    `const options = { headers: { ...headers, 'x-of-my-own': '1' }, credentials: 'include' }
     const made = await fetch(api + '/boards', { ...options, method: 'POST', body: '{"name":"Made by a page"}' })
     const { id } = await made.json()
     const changed = await fetch(api + '/boards/' + id, { ...options, method: 'PATCH', body: '{"name":"Changed"}' })
     const deleted = await fetch(api + '/boards/' + id, { ...options, method: 'DELETE' })
     const unknown = await fetch(api + '/nowhere', { ...options, method: 'PUT' })
     return [made, changed, deleted, unknown].map(({ status }) => status)`,
  )
  t.same(statuses, [200, 200, 204, 404])
})

t.test('a service worker passes the calls of its page on', browser, async (t) => {
  const worker = `self.addEventListener('install', () => self.skipWaiting())
    self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
    self.addEventListener('fetch', (event) => event.respondWith(fetch(event.request).then(async (response) =>
      new Response(await response.text(), { status: response.status, headers: { 'x-by': 'worker' } }))))`
  const page = await opened(t, { '/worker.js': worker })
  const read = await run(
    page,
    `await navigator.serviceWorker.register('/worker.js')
     if (navigator.serviceWorker.controller === null) {
       await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
     }
     const response = await fetch(api + '/ad_accounts', { headers, credentials: 'include' })
     return [response.status, response.headers.get('x-by'), (await response.json()).items.length]`,
  )
  t.same(read, [200, 'worker', 3])
})

t.test('a call that outlives its page is carried out', browser, async (t) => {
  const page = await opened(t)
  const control = await page.evaluate<string>('control')
  await run(
    page,
    `addEventListener('pagehide', () => void fetch(api + '/boards', {
       method: 'POST', headers, keepalive: true, body: '{"name":"Sent at the end"}' }))`,
  )
  await page.goto('about:blank')
  const found = await fetch(`${control}/requests/wait`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ match: { operation: 'boards/create', status: 200 }, timeout: 10 }),
  })
  t.equal(found.status, 200, await found.text())
})

t.test('a beacon, which cannot carry a token, is recorded and refused', browser, async (t) => {
  const page = await opened(t)
  const control = await page.evaluate<string>('control')
  t.ok(
    await run(
      page,
      `return navigator.sendBeacon(api + '/boards', new Blob(['{"name":"x"}'], { type: 'application/json' }))`,
    ),
  )
  const found = await fetch(`${control}/requests/wait`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ match: { operation: 'boards/create', status: 401 }, timeout: 10 }),
  })
  t.equal(found.status, 200, await found.text())
})

t.test('an event source ends with an error at once, since no operation streams', browser, async (t) => {
  const page = await opened(t)
  const ended = await run(
    page,
    `const source = new EventSource(api + '/ad_accounts', { withCredentials: true })
     await new Promise((resolve) => source.addEventListener('error', resolve))
     return source.readyState === EventSource.CLOSED`,
  )
  t.equal(ended, true)
})

t.test('a page uploads a video by a form, with progress', browser, async (t) => {
  const page = await opened(t)
  const read = await run(
    page,
    `const registered = await fetch(api + '/media', { method: 'POST', headers, body: '{"media_type":"video"}' })
     const { media_id, upload_url, upload_parameters } = await registered.json()
     const form = new FormData()
     for (const [name, value] of Object.entries(upload_parameters)) form.set(name, value)
     form.set('file', new Blob([new Uint8Array(100_000)], { type: 'video/mp4' }), 'film.mp4')
     const request = new XMLHttpRequest()
     let progress = 0
     request.upload.addEventListener('progress', ({ loaded }) => { progress = loaded })
     request.open('POST', upload_url)
     request.withCredentials = true
     const done = new Promise((resolve, reject) => Object.assign(request, { onload: resolve, onerror: reject }))
     request.send(form)
     await done
     return [request.status, progress > 100_000, upload_url.startsWith(api.replace('/v5', '')), media_id !== '']`,
  )
  t.same(read, [204, true, true, true])
})

t.test('a form that is sent without a script uploads as well', browser, async (t) => {
  const page = await opened(t)
  await run(
    page,
    `const registered = await fetch(api + '/media', { method: 'POST', headers, body: '{"media_type":"video"}' })
     const { upload_url } = await registered.json()
     document.body.innerHTML = '<form method="post" enctype="multipart/form-data" target="sent"><input name="key" value="a"></form><iframe name="sent"></iframe>'
     document.forms[0].action = upload_url`,
  )
  const sent = page.waitForResponse((response) => response.url().endsWith('/uploads'))
  await page.evaluate('document.forms[0].submit()')
  t.equal((await sent).status(), 204)
})

t.test('OAuth in a popup leads back to the page that opened it, which gets a token', browser, async (t) => {
  const back = `<!doctype html><script>opener.postMessage(location.search, location.origin); close()</script>`
  const page = await opened(t, { '/back': back })
  await run(
    page,
    `window.answered = new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data)))
     document.body.innerHTML = '<button>Sign in</button>'
     const query = new URLSearchParams({ client_id: 'my-app', response_type: 'code', scope: 'ads:read,user_accounts:read',
       state: 's1', redirect_uri: location.origin + '/back' })
     document.querySelector('button').onclick = () => open(api.replace('/v5', '/oauth/?') + query, 'oauth', 'popup')`,
  )
  const popup = page.waitForEvent('popup')
  await page.locator('button').click()
  await (await popup).locator('button[value=allow]').click()
  const read = await run(
    page,
    `const answer = new URLSearchParams(await answered)
     const response = await fetch(api + '/oauth/token', { method: 'POST', credentials: 'include',
       headers: { authorization: 'Basic ' + btoa('my-app:secret') },
       body: new URLSearchParams({ grant_type: 'authorization_code', code: answer.get('code'),
         redirect_uri: location.origin + '/back' }) })
     const { access_token } = await response.json()
     const user = await fetch(api + '/user_account', { headers: { authorization: 'Bearer ' + access_token } })
     return [answer.get('state'), response.status, user.status]`,
  )
  t.same(read, ['s1', 200, 200])
})

t.test('a page in a file calls the API, and test control only when it is let in', browser, async (t) => {
  const file = `file://${t.testdir({ 'page.html': '<!doctype html><title>A file</title>' })}/page.html`
  for (const controlOrigins of [[], ['null']]) {
    const { base_url, control_url } = await started(t, { controlOrigins })
    const page = await openPage(t)
    await page.goto(file)
    const read = await run(
      page,
      `const api = await fetch('${base_url}/ad_accounts', { headers: { authorization: 'Bearer any' } })
       const control = await fetch('${control_url}/time').then(({ status }) => status, ({ name }) => name)
       return [origin, api.status, control]`,
    )
    t.same(read, ['null', 200, controlOrigins.length === 0 ? 'TypeError' : 200])
  }
})

t.test('a sandboxed frame, which has no origin either, calls the API', browser, async (t) => {
  const inner = `<!doctype html><script>addEventListener('message', async ({ data }) => {
    const { status } = await fetch(data + '/ad_accounts', { headers: { authorization: 'Bearer any' }, credentials: 'include' })
    parent.postMessage([origin, status], '*')
  })</script>`
  const page = await opened(t, { '/inner': inner })
  const read = await run(
    page,
    `document.body.innerHTML = '<iframe sandbox="allow-scripts" src="/inner"></iframe>'
     const frame = document.querySelector('iframe')
     await new Promise((resolve) => frame.addEventListener('load', resolve))
     const answered = new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data)))
     frame.contentWindow.postMessage(api, '*')
     return answered`,
  )
  t.same(read, ['null', 200])
})

t.test('a page of another site calls the API, and test control refuses it whatever it tries', browser, async (t) => {
  const page = await opened(t, {}, 'app.example.com')
  const read = await run(
    page,
    `const ok = ({ status }) => status
     const failed = ({ name }) => name
     const post = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }
     return [
       await fetch(api + '/ad_accounts', { headers, credentials: 'include' }).then(ok, failed),
       await fetch(control + '/time').then(ok, failed),
       await fetch(control + '/reset', { ...post, mode: 'no-cors' }).then(({ type }) => type, failed),
       await new Promise((resolve) => {
         const image = new Image()
         image.onerror = () => resolve('refused')
         image.onload = () => resolve('loaded')
         image.src = control + '/time'
       }),
     ]`,
  )
  t.same(read, [200, 'TypeError', 'opaque', 'refused'])
  const journal = await fetch(`${await page.evaluate<string>('control')}/requests/count`)
  t.equal(((await journal.json()) as { count: number }).count, 1, 'the reset was refused, which would have emptied it')
})
