import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import type { Json } from '#test/support/mock.ts'
import { run, type StartedServer, start } from './start.ts'

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }

async function called(
  { banner }: StartedServer,
  method: string,
  path: string,
  sent?: Json,
): Promise<{ status: number; body: Json }> {
  const origin = banner.base_url.replace('/v5', '')
  const body = method === 'GET' ? null : JSON.stringify(sent ?? {})
  const answer = await fetch(origin + path, { method, headers, body })
  return { status: answer.status, body: await answer.json() }
}

function wholeFile(): Buffer {
  const db = openMemory()
  migrate(db)
  return db.serialize()
}

const files: readonly [string, Buffer | string, RegExp][] = [
  ['empty', '', /default\.sqlite: it is empty/],
  ['half', wholeFile().subarray(0, 50_000), /default\.sqlite: it is broken: /],
  ['a text', 'notes', /default\.sqlite: it is no database/],
]
for (const [what, content, message] of files) {
  t.test(`a file of the default world that is ${what} stops the start with exit code 3 and its name`, async (t) => {
    const directory = t.testdir({ 'default.sqlite': content })
    const { code, stderr } = await run(['--port', '0', '--data-dir', directory])
    t.equal(code, 3)
    t.match(stderr, message)
    t.match(stderr, `The data directory ${directory} cannot be used`)
    t.ok(readFileSync(`${directory}/default.sqlite`).equals(Buffer.from(content)))
  })
}

t.test('a broken file of another world is told by the first call that wants it, and stops no start', async (t) => {
  const directory = t.testdir({ 'one.sqlite': wholeFile().subarray(0, 50_000) })
  const server = await start(t, ['--data-dir', directory])
  const refused = await called(server, 'GET', '/w/one/v5/ad_accounts')
  t.match(refused, {
    status: 503,
    body: { code: 12, message: /^What is stored cannot be used: one\.sqlite: it is bro/ },
  })
  t.equal((await called(server, 'GET', '/v5/ad_accounts')).status, 200)
  t.equal((await called(server, 'POST', '/w/one/__mock/reset')).status, 200)
  t.equal((await called(server, 'GET', '/w/one/v5/ad_accounts')).status, 200)
})

t.test('a world that is too small for the seed stops the start with exit code 2', async (t) => {
  const { code, stderr } = await run(['--port', '0', '--world-limit', '64K'])
  t.equal(code, 2)
  t.match(stderr, "the world 'default' would grow beyond the limit of each, 64 KiB (--world-limit)")
})

/** A server with a data directory in which something is stored. */
async function lived(t: Test): Promise<{ server: StartedServer; directory: string }> {
  const directory = `${t.testdir()}/data`
  const server = await start(t, ['--data-dir', directory])
  await called(server, 'POST', '/w/one/v5/ad_accounts', { name: 'Own' })
  await called(server, 'PUT', '/__mock/snapshots/kept')
  t.equal((await called(server, 'GET', '/readyz')).status, 200)
  return { server, directory }
}

const routes: readonly (readonly [string, string, Json?])[] = [
  ['GET', '/__mock'],
  ['GET', '/__mock/worlds'],
  ['POST', '/__mock/worlds'],
  ['POST', '/__mock/worlds', { name: 'two', from: { world: 'default' }, ttl: 60 }],
  ['GET', '/__mock/worlds/one'],
  ['GET', '/__mock/snapshots'],
  ['PUT', '/__mock/snapshots/more'],
  ['POST', '/__mock/snapshots/kept/restore'],
  ['DELETE', '/__mock/snapshots/kept'],
  ['GET', '/__mock/state'],
  ['POST', '/__mock/seed', { boards: [{ name: 'Board' }] }],
  ['PUT', '/__mock/settings', { limits: 'off' }],
  ['POST', '/__mock/time/advance', { by: 'P1D' }],
  ['POST', '/v5/ad_accounts', { name: 'Next' }],
  ['GET', '/v5/ad_accounts'],
  ['GET', '/w/three/v5/ad_accounts'],
  ['POST', '/w/three/v5/ad_accounts', { name: 'Next' }],
  ['POST', '/w/one/__mock/reset'],
  ['POST', '/__mock/reset?world=all'],
  ['DELETE', '/__mock/worlds/one'],
  ['DELETE', '/__mock/worlds'],
]

const breakages: readonly [string, (directory: string) => void][] = [
  ['is gone', (directory) => rmSync(directory, { recursive: true })],
  ['was moved', (directory) => renameSync(directory, `${directory}.old`)],
  [
    'is another one',
    (directory) => {
      renameSync(directory, `${directory}.old`)
      cpSync(`${directory}.old`, directory, { recursive: true })
    },
  ],
  [
    'is a file',
    (directory) => {
      rmSync(directory, { recursive: true })
      writeFileSync(directory, '')
    },
  ],
  [
    'has folders in the place of files',
    (directory) => {
      for (const file of readdirSync(directory)) rmSync(`${directory}/${file}`, { recursive: true })
      for (const file of ['one', 'default', 'two', 'three']) mkdirSync(`${directory}/${file}.sqlite`)
      writeFileSync(`${directory}/snapshots`, '')
    },
  ],
]
for (const [what, breakFiles] of breakages) {
  t.test(
    `when the data directory ${what}, readiness says so, and no call is a 500 or stores into nothing`,
    async (t) => {
      const { server, directory } = await lived(t)
      breakFiles(directory)
      t.match(await called(server, 'GET', '/readyz'), {
        status: 503,
        body: { code: 12, message: /^This server cannot answer from its worlds: default\.sqlite: it was taken away/ },
      })
      t.match(await called(server, 'POST', '/v5/ad_accounts', { name: 'Lost' }), { status: 503 })
      for (const [method, path, sent] of routes) {
        const { status, body } = await called(server, method, path, sent)
        t.ok(status !== 500, `${method} ${path}: ${status} ${JSON.stringify(body).slice(0, 200)}`)
      }
      t.equal(await server.end('SIGTERM'), 0)
    },
  )
}

const isRoot = process.getuid?.() === 0
t.test(
  'while a directory is read-only, readiness says so',
  { skip: isRoot && 'root may write anywhere' },
  async (t) => {
    const { server, directory } = await lived(t)
    chmodSync(directory, 0o555)
    t.match(await called(server, 'GET', '/readyz'), {
      status: 503,
      body: { message: /default\.sqlite: it cannot be written: EACCES/ },
    })
    t.equal((await called(server, 'POST', '/w/three/v5/ad_accounts', { name: 'New' })).status, 507)
    chmodSync(directory, 0o755)
    t.equal((await called(server, 'GET', '/readyz')).status, 200)
  },
)
