import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { LightMyRequestResponse } from 'fastify'
import t, { type Test } from 'tap'
import { type Mock, type MockOptions, mock } from '../../support/mock.ts'
import { fewMalformedRequests, type MalformedRequest, malformedRequests } from './malformed-requests.ts'
import { routesOf } from './routes.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** What a server may say is wrong with itself: what is not built, too many worlds, no place to write, not ready. */
const reasons: Readonly<Record<number, RegExp>> = {
  501: /^request\.not-built$/,
  503: /^(request\.worlds|server\.(state|unready))$/,
  507: /^server\.(storage|room)$/,
}

/** What is wrong with an answer; undefined where nothing is. */
function wrongWith(method: string, { statusCode, headers, body }: LightMyRequestResponse): string | undefined {
  if (statusCode < 400) return undefined
  const rules = String(headers['x-mock-rules'] ?? '')
  if (statusCode >= 500 && reasons[statusCode]?.test(rules) !== true) return `${statusCode} ${rules} ${body}`
  if (/\n\s+at |node_modules|\.ts:\d+/.test(body)) return `a stack: ${body}`
  if (method === 'HEAD') return undefined
  const type = String(headers['content-type'])
  if (type.startsWith('text/html')) return /role="alert">\S/.test(body) ? undefined : `a page without a reason: ${body}`
  if (type.startsWith('text/markdown')) return undefined
  if (!type.startsWith('application/json')) return `${statusCode} as ${type}`
  const { code, message } = JSON.parse(body)
  return Number.isInteger(code) && typeof message === 'string' && message !== '' ? undefined : `no envelope: ${body}`
}

/** Calls every route by every method with what is to be sent there; gives what was answered wrongly, and the count. */
async function walk(
  world: Mock,
  routes: readonly string[],
  sentTo: (url: string, index: number) => readonly MalformedRequest[],
) {
  const wrong: string[] = []
  let calls = 0
  for (const [index, url] of routes.entries()) {
    for (const method of methods) {
      for (const { headers = {}, payload } of sentTo(url, index)) {
        // A request that waits, waits for other requests.
        if (url.endsWith('/requests/wait') && method === 'POST') continue
        // A stream of events does not end, unless it is refused.
        if (url.endsWith('/events') && method === 'GET') continue
        const sentHeaders = { authorization: 'Bearer test', ...headers }
        const answer = await world.app.inject({
          method,
          url,
          headers: sentHeaders,
          ...(payload !== undefined && { payload }),
        })
        calls++
        const what = wrongWith(method, answer)
        if (what !== undefined)
          wrong.push(
            `${method} ${url} ${JSON.stringify(headers)} ${String(payload).slice(0, 100)}: ${what.slice(0, 300)}`,
          )
      }
    }
  }
  return { wrong: wrong.slice(0, 20), calls }
}

/** All of it for what is this server's own; of what each operation of the API is sent, another part to each. */
const brokenFor = (url: string, index: number): readonly MalformedRequest[] =>
  url.includes('/v5/') ? malformedRequests.filter((_, number) => (number + index) % 8 === 0) : malformedRequests

t.setTimeout(0)

t.test('no route answers what nobody expects with a failure that has no reason', async (t) => {
  const world = await mock(t, { seed: 'small', journal: 50, mostWorlds: 50, mostSnapshots: 5 })
  const { wrong, calls } = await walk(world, await routesOf(world), brokenFor)
  t.same(wrong, [])
  t.comment(`${calls} calls`)
})

/** Ways of breaking the files of a server while it runs. */
const breakages: Readonly<Record<string, (folder: string) => void>> = {
  'the data directory is gone': (folder) => rmSync(`${folder}/data`, { recursive: true }),
  'the data directory is a file now': (folder) => {
    rmSync(`${folder}/data`, { recursive: true })
    writeFileSync(`${folder}/data`, 'x')
  },
  // Who runs tests as root writes there all the same.
  'the data directory is read-only': (folder) => chmodSync(`${folder}/data`, 0o500),
  'the directory of snapshots is a file': (folder) => {
    rmSync(`${folder}/data/snapshots`, { recursive: true, force: true })
    writeFileSync(`${folder}/data/snapshots`, 'x')
  },
  'lifetimes cannot be written': (folder) => mkdirSync(`${folder}/data/lifetimes.json.new`),
  'two seeds have one name': (folder) => writeFileSync(`${folder}/seeds/twice.json`, '{}'),
  'a seed is broken': (folder) => writeFileSync(`${folder}/seeds/twice.yaml`, '{'),
  'a seed is a directory': (folder) => {
    rmSync(`${folder}/seeds/twice.yaml`)
    mkdirSync(`${folder}/seeds/twice.yaml`)
  },
  'the seeds are gone': (folder) => rmSync(`${folder}/seeds`, { recursive: true }),
  'the seeds are a file now': (folder) => {
    renameSync(`${folder}/seeds/twice.yaml`, `${folder}/twice.yaml`)
    rmSync(`${folder}/seeds`, { recursive: true })
    renameSync(`${folder}/twice.yaml`, `${folder}/seeds`)
  },
}

async function mockWithBrokenFiles(t: Test, breakFiles: (folder: string) => void): Promise<Mock> {
  const folder = t.testdir({ data: {}, seeds: { 'twice.yaml': 'ad_accounts: []' } })
  t.teardown(() => existsSync(`${folder}/data`) && chmodSync(`${folder}/data`, 0o700))
  const options: MockOptions = { seed: `${folder}/seeds`, dataDir: `${folder}/data`, journal: 50, mostWorlds: 50 }
  const world = await mock(t, options)
  await world.call('GET', '/w/known/v5/ad_accounts')
  await world.call('POST', '/__mock/worlds', { name: 'short', ttl: 1000 })
  breakFiles(folder)
  return world
}

for (const [what, breakFiles] of Object.entries(breakages)) {
  t.test(`when ${what}, no route fails without a reason`, async (t) => {
    const world = await mockWithBrokenFiles(t, breakFiles)
    const routes = await routesOf(world)
    // What is not built never comes so far.
    const some = routes.filter((url, index) => !url.includes('/v5/') || index % 9 === 0)
    const { wrong, calls } = await walk(world, some, () => fewMalformedRequests)
    t.same(wrong, [])
    t.comment(`${calls} calls`)
  })
}

for (const what of ['the data directory is gone', 'the data directory is a file now']) {
  t.test(`when ${what}, the server lives, and is not ready`, async (t) => {
    const { call } = await mockWithBrokenFiles(t, breakages[what] ?? t.fail)
    t.equal((await call('GET', '/healthz')).status, 200)
    t.match(await call('GET', '/readyz'), {
      status: 503,
      headers: { 'x-mock-rules': 'server.unready' },
      body: { code: 12, message: /^This server cannot answer from its worlds: default\.sqlite: it was taken away/ },
    })
  })
}

t.test('two seeds of one name are told by name, and the world that is there answers', async (t) => {
  const { call } = await mockWithBrokenFiles(t, breakages['two seeds have one name'] ?? t.fail)
  for (const [method, url, body] of [
    ['GET', '/__mock/seeds'],
    ['POST', '/__mock/worlds', { from: { seed: 'twice' } }],
  ] as const) {
    t.match(await call(method, url, body), {
      status: 400,
      body: { code: 1, message: /twice\.yaml.* has the same name/ },
    })
  }
  t.equal((await call('GET', '/v5/ad_accounts')).status, 200)
})
