import { chmodSync, readdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { run, start } from './start.ts'

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }
const items = Array.from({ length: 30 }, (_, index) => ({
  name: `campaign ${index}`,
  objective_type: 'AWARENESS',
  daily_spend_cap: 1_000_000,
}))

/** How many campaigns there are. */
async function count(url: string): Promise<number> {
  let found = 0
  let bookmark: string | null = ''
  do {
    const page: Json = await (await fetch(`${url}?page_size=250&bookmark=${bookmark}`, { headers })).json()
    found += page.items.length
    bookmark = page.bookmark
  } while (bookmark !== null)
  return found
}

t.test('when no more can be written a batch is refused whole, and what was acknowledged is there', async (t) => {
  const folder = t.testdir()
  const args = ['--data-dir', folder, '--seed', 'empty']
  // No file may grow beyond so many blocks of 512 or 1,024 bytes: a write fails as on a disk that is full.
  const server = await start(t, args, {}, 'ulimit -f 1500')
  const base = server.banner.base_url
  const { id }: Json = await (await fetch(`${base}/ad_accounts`, { method: 'POST', headers, body: '{}' })).json()
  const url = `${base}/ad_accounts/${id}/campaigns`
  let stored = 0
  let refusal: Response | undefined
  for (let batch = 0; batch < 1000 && refusal === undefined; batch++) {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(items) })
    if (response.status === 200) stored += items.length
    else refusal = response
    await (response.status === 200 ? response.text() : undefined)
  }
  t.equal(refusal?.status, 507)
  t.match(await refusal?.json(), { code: 12, message: 'The data directory cannot be written, and nothing was stored' })
  t.ok(stored > 0)
  t.equal(await count(url), stored, 'it still answers, with what was acknowledged')
  for (const [path, sent, status] of [
    ['reset', { from: { seed: 'large' } }, 507],
    ['snapshots/none/restore', {}, 404],
    ['worlds', { name: 'other', from: { seed: 'large' }, ttl: 60 }, 507],
  ] as const) {
    const init = { method: 'POST', headers, body: JSON.stringify(sent) }
    t.equal((await fetch(base.replace('/v5', `/__mock/${path}`), init)).status, status, path)
  }
  t.equal(await count(url), stored, 'what cannot take its place does not')
  t.equal((await fetch(base.replace('/v5', '/__mock/worlds/other'))).status, 404)
  await server.end('SIGTERM')
  const again = await start(t, args)
  t.equal(await count(url.replace(base, again.banner.base_url)), stored, 'and so does the next one')
  await again.end('SIGTERM')
  const db = new Database(`${folder}/default.sqlite`)
  t.equal(db.pragma('integrity_check', { simple: true }), 'ok')
  db.close()
})

t.test('a data directory that nothing can be written to stops the start with exit code 3 and the reason', async (t) => {
  const full = await run(['--data-dir', `${t.testdir()}/new`], {}, 'ulimit -f 0')
  t.equal(full.code, 3)
  t.match(full.stderr, /data directory .*new cannot be used: /)
  t.notMatch(full.stderr, /\n\s+at .*\/(server|db)\//, 'no stack of ours')
})

const isRoot = process.getuid?.() === 0
t.test('so does one that is read-only', { skip: isRoot && 'root may write anywhere' }, async (t) => {
  const folder = t.testdir()
  chmodSync(folder, 0o555)
  t.teardown(() => chmodSync(folder, 0o755))
  const { code, stderr } = await run(['--data-dir', folder])
  t.equal(code, 3)
  t.match(stderr, /data directory .* cannot be used: /)
  t.same(readdirSync(folder), [])
})
