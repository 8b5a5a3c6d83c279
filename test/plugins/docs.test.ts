import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { load } from 'js-yaml'
import t from 'tap'
import { buildApp } from '#server/app/app.ts'
import { mock } from '../support/mock.ts'

for (const page of ['/docs', '/__mock/docs']) {
  t.test(`${page} runs what this server has alone, and no page frames it`, async (t) => {
    const { app } = await mock(t)
    for (const url of [page, `${page}/`, `${page}/static/swagger-ui-bundle.js`, `${page}/nothing`]) {
      const { headers } = await app.inject(url)
      t.match(headers, {
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'content-security-policy': /^default-src 'none'; script-src 'self';.* frame-ancestors 'none'$/,
      })
    }
    const { body } = await app.inject(page)
    t.notMatch(body, /<script>|<style|\son\w+=|\sstyle=/, 'nothing that its policy would refuse')
    for (const [, source = ''] of body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      t.equal((await app.inject(new URL(source, `http://localhost${page}`).pathname)).statusCode, 200, source)
    }
  })

  t.test(`${page} is made for screens of any width`, async (t) => {
    const { app } = await mock(t)
    t.match((await app.inject(page)).body, '<meta name="viewport" content="width=device-width, initial-scale=1">')
  })

  t.test(`the files of ${page} are sent as small as the browser reads them, and once`, async (t) => {
    const { app } = await mock(t)
    for (const url of [`${page}/static/swagger-ui-bundle.js`, `${page}/json`]) {
      const plain = await app.inject(url)
      t.notOk('content-encoding' in plain.headers)
      const decoders = { br: brotliDecompressSync, gzip: gunzipSync }
      for (const [encoding, decode] of Object.entries(decoders)) {
        const { headers, rawPayload } = await app.inject({ url, headers: { 'accept-encoding': encoding } })
        t.match(headers, { 'content-encoding': encoding, vary: 'accept-encoding' })
        t.ok(rawPayload.length < plain.rawPayload.length / 2)
        t.ok(decode(rawPayload).equals(plain.rawPayload), encoding)
        const anyCase = await app.inject({ url, headers: { 'accept-encoding': encoding.toUpperCase() } })
        t.equal(anyCase.headers['content-encoding'], encoding, 'names of codings have letters of any case')
        for (const known of [String(headers.etag), `"of-another", W/${headers.etag}`, '*']) {
          const again = await app.inject({ url, headers: { 'if-none-match': known } })
          t.equal(again.statusCode, 304)
          t.equal(again.body, '')
        }
        t.equal((await app.inject({ url, headers: { 'if-none-match': '"of-another"' } })).statusCode, 200)
      }
    }
  })

  t.test(`${page} has the document as JSON and as YAML`, async (t) => {
    const { app } = await mock(t)
    const json = (await app.inject(`${page}/json`)).json()
    t.same(load((await app.inject(`${page}/yaml`)).body), json)
    t.same((await app.inject(`${page.replace('/docs', '')}/openapi.json`)).json(), json)
  })

  t.test(`what is not below ${page} is not found, in the envelope`, async (t) => {
    const { app } = await mock(t)
    for (const path of ['x', '/', 'static/x', 'static//x', 'static/a%00b', '../x', 'static/%2e%2e/x']) {
      for (const method of ['GET', 'HEAD'] as const) {
        const { statusCode, headers, body } = await app.inject({ method, url: `${page}/${path}` })
        t.equal(statusCode, 404, `${method} ${path}`)
        t.match(headers['content-type'], 'application/json')
        if (method === 'GET') t.match(JSON.parse(body), { code: 1, message: /path|no such call/i })
      }
    }
  })
}

t.test('the page may call the place where clients reach the server', async (t) => {
  const { worlds } = await mock(t)
  const app = buildApp({ worlds, publicUrl: 'https://mock.example.com:8443/base' })
  const { headers } = await app.inject('/docs')
  t.match(headers['content-security-policy'], "connect-src 'self' https://mock.example.com:8443;")
})
