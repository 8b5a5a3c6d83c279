import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import t, { type Test } from 'tap'
import { type Json, mock } from '../support/mock.ts'

/** A data directory with a folder, a text and a database of another program among the files of worlds. */
function strewn(t: Test): string {
  const dataDir = t.testdir({
    'folder.sqlite': { kept: '' },
    'text.sqlite': 'notes',
    'x y.sqlite': '',
    'notes.txt': '',
  })
  const db = new Sqlite(`${dataDir}/others.sqlite`)
  db.exec('CREATE TABLE notes (text TEXT)')
  db.close()
  return dataDir
}

const strays = ['folder.sqlite', 'notes.txt', 'others.sqlite', 'text.sqlite', 'x y.sqlite']
const messages = [
  { name: 'folder.sqlite', reason: 'it is no file' },
  { name: 'others.sqlite', reason: 'it is a database, but not of this server' },
  { name: 'text.sqlite', reason: 'it is no database' },
  { name: 'x y.sqlite', reason: 'no world has such a name' },
]
const byName = (left: Json): Json => left.toSorted((one: Json, other: Json) => (one.name < other.name ? -1 : 1))

t.test('all worlds are deleted, and what is none of them is told and left', async (t) => {
  const dataDir = strewn(t)
  const { call } = await mock(t, { dataDir })
  for (const world of ['one', 'two']) await call('POST', `/w/${world}/v5/ad_accounts`, { name: 'Own' })
  const { status, body } = await call('DELETE', '/__mock/worlds')
  t.equal(status, 200)
  t.strictSame(body.deleted, ['default', 'one', 'two'])
  t.strictSame(byName(body.left), messages)
  t.strictSame(
    readdirSync(dataDir).filter((file) => !['.lock', 'snapshots'].includes(file)),
    strays,
  )
  t.strictSame(readdirSync(`${dataDir}/folder.sqlite`), ['kept'])
})

t.test('all worlds are reset, and what is none of them is told and left', async (t) => {
  const dataDir = strewn(t)
  const { call } = await mock(t, { dataDir })
  await call('POST', '/w/one/v5/ad_accounts', { name: 'Own' })
  const { status, body } = await call('POST', '/__mock/reset?world=all')
  t.equal(status, 200)
  t.match(body, { world: 'all', reset: true, worlds: ['default', 'one'] })
  t.strictSame(byName(body.left), messages)
  t.strictSame((await call('GET', '/w/one/v5/ad_accounts')).body.items, [])
})

t.test('worlds that cannot be reset are named, and the others are reset', async (t) => {
  const dataDir = t.testdir({})
  const { call } = await mock(t, { dataDir })
  for (const world of ['one', 'two']) await call('POST', `/w/${world}/v5/ad_accounts`, { name: 'Own' })
  mkdirSync(`${dataDir}/one.sqlite.new`)
  const { status, body } = await call('POST', '/__mock/reset?world=all')
  t.equal(status, 507)
  t.match(body, {
    code: 1,
    message: /^It was not done to all worlds: one \(EISDIR: .*\)$/,
    done: ['default', 'two'],
    left: [{ name: 'one', reason: /EISDIR/ }],
  })
  const named = async (world: string) => (await call('GET', `/w/${world}/v5/ad_accounts`)).body.items.length
  t.strictSame([await named('one'), await named('two')], [1, 0])
  rmSync(`${dataDir}/one.sqlite.new`, { recursive: true })
  t.equal((await call('POST', '/__mock/reset?world=all')).status, 200)
})

for (const [name, reason] of [
  ['folder', 'it is no file'],
  ['others', 'it is a database, but not of this server'],
  ['text', 'it is no database'],
] as const) {
  t.test(`a world whose place is taken cannot be used, and what is there is left: ${reason}`, async (t) => {
    const dataDir = strewn(t)
    const { call } = await mock(t, { dataDir })
    const message = `What is stored cannot be used: ${name}.sqlite: ${reason}`
    for (const [method, path] of [
      ['GET', `/w/${name}/v5/ad_accounts`],
      ['POST', `/w/${name}/__mock/reset`],
      ['PUT', `/w/${name}/__mock/snapshots/kept`],
    ] as const) {
      t.match(await call(method, path), { status: 503, body: { code: 12, message } }, path)
    }
    t.match(await call('POST', '/__mock/worlds', { name }), { status: 503, body: { message } })
    t.equal((await call('DELETE', `/__mock/worlds/${name}`)).status, 404)
    t.strictSame((await call('GET', '/__mock/worlds')).body.items.length, 1)
    t.ok(readdirSync(dataDir).includes(`${name}.sqlite`))
  })
}
