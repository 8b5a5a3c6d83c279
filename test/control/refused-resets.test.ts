import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import t, { type Test } from 'tap'
import { ExpiryFile } from '#server/worlds/expiry-file.ts'
import { type Json, type Mock, mock } from '../support/mock.ts'

/** What a client knows of a world: data, faults, its journal, its time to live. */
async function knownOf({ call }: Mock, world: string): Promise<Json> {
  const { body: state } = await call('GET', `/w/${world}/__mock/state`)
  const { body: faults } = await call('GET', `/w/${world}/__mock/faults`)
  const { body: journaled } = await call('GET', `/w/${world}/__mock/requests`)
  const { body: about } = await call('GET', `/__mock/worlds/${world}`)
  const { body: time } = await call('GET', `/w/${world}/__mock/time`)
  return { state, faults, journaled: journaled.items.map(({ id }: Json) => id), ttl: about.ttl, time }
}

/** A server with a world that has data, a fault, a journal, a time of its own and a time to live. */
async function lived(t: Test): Promise<Mock & { dataDir: string }> {
  const dataDir = t.testdir({})
  const server = await mock(t, { dataDir, ownClocks: true, room: { world: 2 ** 22, worlds: 2 ** 24 } })
  await server.call('POST', '/__mock/worlds', { name: 'one', ttl: 60 })
  await server.call('POST', '/w/one/v5/ad_accounts', { name: 'Own' })
  await server.call('POST', '/w/one/__mock/time/freeze', { at: 1_900_000_000 })
  await server.call('POST', '/w/one/__mock/faults', { match: { operation: 'pins/list' }, effect: 'server_error' })
  await server.call('PUT', '/w/one/__mock/snapshots/whole')
  return Object.assign(server, { dataDir })
}

const others = (path: string): void => {
  const db = new Sqlite(path)
  db.exec('CREATE TABLE notes (text TEXT)')
  db.close()
}
const half = (path: string): void => {
  const whole = readFileSync(path)
  writeFileSync(path, whole.subarray(0, whole.length / 2))
}
const newer = (path: string): void => {
  const db = new Sqlite(path)
  db.pragma('user_version = 999')
  db.close()
}

const restore = '/w/one/__mock/snapshots/whole/restore'
const violations: readonly [string, (dataDir: string) => void, string, Json, number, RegExp][] = [
  [
    'to a snapshot that is empty',
    (dataDir) => writeFileSync(`${dataDir}/snapshots/@one/whole.snapshot`, ''),
    restore,
    undefined,
    409,
    /^The snapshot is refused: whole: it is empty$/,
  ],
  [
    'to a snapshot that is half',
    (dataDir) => half(`${dataDir}/snapshots/@one/whole.snapshot`),
    restore,
    undefined,
    409,
    /^The snapshot is refused: whole: it is broken/,
  ],
  [
    'to a text',
    (dataDir) => writeFileSync(`${dataDir}/snapshots/@one/whole.snapshot`, 'notes'),
    restore,
    undefined,
    409,
    /^The snapshot is refused: whole: it is no database$/,
  ],
  [
    "to another program's database",
    (dataDir) => {
      rmSync(`${dataDir}/snapshots/@one/whole.snapshot`)
      others(`${dataDir}/snapshots/@one/whole.snapshot`)
    },
    restore,
    undefined,
    409,
    /^The snapshot is refused: whole: it is a database, but not of this server$/,
  ],
  [
    'to a snapshot of a newer version',
    (dataDir) => newer(`${dataDir}/snapshots/@one/whole.snapshot`),
    restore,
    undefined,
    409,
    /^The snapshot is refused: whole: the state has version 999, and this server knows versions up to \d+$/,
  ],
  ['to no snapshot', () => {}, '/w/one/__mock/snapshots/none/restore', undefined, 404, /none/],
  ['to no seed', () => {}, '/w/one/__mock/reset', { from: { seed: 'none' } }, 400, /none/],
  ['to no world', () => {}, '/w/one/__mock/reset', { from: { world: 'none' } }, 404, /none/],
  ['to what is too large', () => {}, '/w/one/__mock/reset', { from: { seed: 'large' } }, 507, /'one' would grow/],
  [
    'that cannot be written',
    (dataDir) => mkdirSync(`${dataDir}/one.sqlite.new`),
    '/w/one/__mock/reset',
    undefined,
    503,
    /EISDIR/,
  ],
]

for (const [what, spoil, path, sent, status, message] of violations) {
  t.test(`a reset ${what} is refused, and leaves the world, its faults, journal and times as they were`, async (t) => {
    const server = await lived(t)
    const before = await knownOf(server, 'one')
    spoil(server.dataDir)
    t.match(await server.call('POST', path, sent), { status, body: { message } })
    t.strictSame(await knownOf(server, 'one'), before)
    t.equal((await server.call('GET', '/w/one/v5/pins')).status, 500, 'the fault still strikes')
  })
}

t.test('a world that cannot be made leaves no name, no file and no time to live', async (t) => {
  const server = await lived(t)
  const worlds = (await server.call('GET', '/__mock/worlds')).body
  const stored = new ExpiryFile(`${server.dataDir}/lifetimes.json`)
  const lifetimes = stored.read()
  mkdirSync(`${server.dataDir}/world-1.sqlite.new`)
  mkdirSync(`${server.dataDir}/other.sqlite.new`)
  for (const body of [{ ttl: 60 }, { name: 'other', ttl: 60 }, { name: 'other' }]) {
    t.match(await server.call('POST', '/__mock/worlds', body), { status: 503, body: { message: /EISDIR/ } })
  }
  t.equal((await server.call('GET', '/w/other/v5/ad_accounts')).status, 503)
  t.strictSame((await server.call('GET', '/__mock/worlds')).body, worlds)
  t.strictSame(stored.read(), lifetimes)
  rmSync(`${server.dataDir}/world-1.sqlite.new`, { recursive: true })
  t.equal((await server.call('POST', '/__mock/worlds', {})).body.name, 'world-1', 'its number is the next one still')
})

t.test('a time to live that cannot be kept makes no world', async (t) => {
  const server = await lived(t)
  rmSync(`${server.dataDir}/lifetimes.json`)
  mkdirSync(`${server.dataDir}/lifetimes.json`)
  t.equal((await server.call('POST', '/__mock/worlds', { name: 'other', ttl: 60 })).status, 503)
  t.equal((await server.call('GET', '/__mock/worlds/other')).status, 404)
  t.equal((await server.call('POST', '/__mock/worlds', { name: 'other' })).status, 200)
})

t.test('a snapshot that is none of this server is neither written over nor deleted', async (t) => {
  const server = await lived(t)
  const path = `${server.dataDir}/snapshots/notes.snapshot`
  writeFileSync(path, 'notes')
  const refusal = { status: 409, body: { message: 'The snapshot is refused: notes: it is no database' } }
  t.match(await server.call('PUT', '/__mock/snapshots/notes'), refusal)
  t.match(await server.call('DELETE', '/__mock/snapshots/notes'), refusal)
  t.equal(readFileSync(path, 'utf8'), 'notes')
  half(`${server.dataDir}/snapshots/@one/whole.snapshot`)
  t.equal((await server.call('DELETE', '/__mock/snapshots/whole')).status, 200, 'half of one of its own is its own')
})
