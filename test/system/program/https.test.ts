import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { statSync, writeFileSync } from 'node:fs'
import { get, type RequestOptions } from 'node:https'
import { createServer, type LookupFunction } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { issueCertificate, loadAuthority } from '#server/tls/certificates.ts'
import type { Json } from '#test/support/mock.ts'
import { run, type StartedServer, start } from './start.ts'

const secure = ['--https-port', '0']

const authorityOf = async ({ banner }: StartedServer): Promise<string> =>
  (await fetch(`${banner.control_url}/ca.pem`)).text()

/** Whatever the name, this machine: what an entry in a hosts file does. */
const loopback: LookupFunction = (_name, { all }, found) =>
  all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4)

/** A call by HTTPS to this host at the server's own port; throws where the certificate is not trusted. */
async function called({ banner }: StartedServer, host: string, options: RequestOptions = {}): Promise<Json> {
  const { port } = new URL(banner.https_url)
  const headers = { authorization: 'Bearer any', connection: 'close' }
  const call = get({ host, port, path: '/v5/ad_accounts', headers, lookup: loopback, agent: false, ...options })
  const [answer] = await once(call, 'response')
  const chunks: Buffer[] = await answer.toArray()
  return { status: answer.statusCode, body: JSON.parse(Buffer.concat(chunks).toString()) }
}

t.test('the server answers by HTTPS what it answers by HTTP, to who trusts its authority', async (t) => {
  const server = await start(t, secure)
  t.match(server.banner, { https_url: /^https:\/\/127\.0\.0\.1:\d+\/v5$/, base_url: /^http:/ })
  const ca = await authorityOf(server)
  for (const host of ['localhost', '127.0.0.1']) {
    const { status, body } = await called(server, host, { ca })
    t.equal(status, 200)
    t.equal(body.items.length, 3)
  }
})

t.test('a client whose host is hard-coded is answered at that name', async (t) => {
  const server = await start(t, [...secure, '--https-hosts', 'api.pinterest.com,10.1.2.3'])
  const ca = await authorityOf(server)
  t.match(await called(server, 'api.pinterest.com', { ca }), { status: 200 })
})

t.test('a name that the certificate does not have, and an authority that is not trusted, end the call', async (t) => {
  const server = await start(t, secure)
  const ca = await authorityOf(server)
  await t.rejects(called(server, 'api.pinterest.com', { ca }), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  await t.rejects(called(server, 'localhost'), { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
})

t.test('worlds, violations and a HEAD are the same by HTTPS', async (t) => {
  const server = await start(t, secure)
  const ca = await authorityOf(server)
  t.match(await called(server, 'localhost', { ca, path: '/w/other/v5/nope' }), { status: 404, body: { code: 1 } })
  t.match(await called(server, 'localhost', { ca, headers: {} }), { status: 401, body: { code: 2 } })
})

t.test('a client that speaks HTTP to the HTTPS port is cut off, and harms nobody', async (t) => {
  const server = await start(t, secure)
  const { host } = new URL(server.banner.https_url)
  await t.rejects(fetch(`http://${host}/v5/ad_accounts`))
  t.match(await called(server, 'localhost', { ca: await authorityOf(server) }), { status: 200 })
})

t.test(
  'with a data directory the authority is the same after a restart, and nobody else can read its key',
  async (t) => {
    const directory = t.testdir()
    const args = [...secure, '--data-dir', directory]
    const first = await start(t, args)
    const ca = await authorityOf(first)
    t.equal(await first.end('SIGTERM'), 0)
    const second = await start(t, args)
    t.equal(await authorityOf(second), ca)
    t.match(await called(second, 'localhost', { ca }), { status: 200 })
    t.equal(statSync(join(directory, 'https-authority.pem')).mode & 0o077, 0)
    t.notMatch(ca, /PRIVATE/)
  },
)

t.test('the serial number of a certificate begins with no zeros, which some numbers would have in vain', async (t) => {
  const authority = await loadAuthority(undefined)
  const { certificate } = await issueCertificate(['mock.test'], authority)
  for (const pem of [authority.certificate, certificate]) t.match(new X509Certificate(pem).serialNumber, /^01.{32}$/)
})

t.test('without a data directory each start has an authority of its own', async (t) => {
  const [one, other] = [await start(t, secure), await start(t, secure)]
  t.not(await authorityOf(one), await authorityOf(other))
})

t.test('an authority file that holds none stops the start with exit code 2', async (t) => {
  const directory = t.testdir({ 'https-authority.pem': 'nothing' })
  const { code, stderr } = await run(['--port', '0', ...secure, '--data-dir', directory])
  t.equal(code, 2)
  t.match(stderr, /https-authority\.pem/)
})

t.test('a certificate that is given is used, and there is no authority to download', async (t) => {
  const folder = t.testdir()
  const authority = await loadAuthority(undefined)
  const { certificate, key } = await issueCertificate(['mock.test'], authority)
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') }
  writeFileSync(files.certificate, certificate)
  writeFileSync(files.key, key)
  const certificates = ['--https-certificate', files.certificate, '--https-key', files.key]
  const server = await start(t, [...secure, ...certificates])
  t.match(await called(server, 'mock.test', { ca: authority.certificate }), { status: 200 })
  const answer = await fetch(`${server.banner.control_url}/ca.pem`)
  t.equal(answer.status, 404)
  t.match(await answer.json(), { message: /--https-certificate/ } as Json)

  writeFileSync(files.key, (await issueCertificate([], authority)).key)
  const { code, stderr } = await run(['--port', '0', ...secure, ...certificates])
  t.equal(code, 2, 'a key of another certificate')
  t.match(stderr, /certificate cannot be used/)
})

t.test('a certificate file that is not there stops the start with exit code 2', async (t) => {
  const certificates = ['--https-certificate', '/nowhere.pem', '--https-key', '/nowhere.pem']
  const { code, stderr } = await run(['--port', '0', ...secure, ...certificates])
  t.equal(code, 2)
  t.match(stderr, /nowhere\.pem cannot be used/)
})

t.test('a taken HTTPS port stops the start with exit code 4', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  t.teardown(() => taken.close())
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { code } = await run(['--port', '0', '--https-port', String(port)])
  t.equal(code, 4)
})

t.test('options of HTTPS that lack what they need are refused with exit code 2', async (t) => {
  for (const [args, needed] of [
    [['--https-hosts', 'x'], /need --https-port/],
    [['--https-port', '0', '--https-key', 'x'], /need each other/],
    [['--https-port', '0', '--https-hosts', 'a b'], /names and addresses/],
  ] as const) {
    const { code, stderr } = await run(args)
    t.equal(code, 2)
    t.match(stderr, needed)
  }
})
