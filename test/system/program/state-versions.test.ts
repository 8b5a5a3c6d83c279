import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Database } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { newestVersion } from '#db/migrations.ts'
import { openMemory } from '#db/open.ts'
import { run, start } from './start.ts'

/** An ad account, in a database that is no newer than this server knows; those of the first versions had no mark. */
function databaseOf(version: number): Database {
  const db = openMemory()
  migrate(db, version)
  db.exec(`INSERT INTO ad_accounts (id, owner_id, json) VALUES ('1', '549755885170', '{"id":"1","name":"Old"}')`)
  return db
}

t.test('a state of the first version is brought up to date, and keeps what it holds', async (t) => {
  const db = databaseOf(1)
  db.pragma('application_id = 0')
  const directory = t.testdir({ 'default.sqlite': db.serialize() })
  const { banner } = await start(t, ['--data-dir', directory])
  const answer = await fetch(`${banner.base_url}/ad_accounts/1`, { headers: { authorization: 'Bearer any' } })
  t.match(await answer.json(), { id: '1', name: 'Old' })
})

t.test('a state of a newer version stops the start with exit code 5, and stays as it was', async (t) => {
  const db = databaseOf(newestVersion())
  db.pragma(`user_version = ${newestVersion() + 1}`)
  const image = db.serialize()
  const directory = t.testdir({ 'default.sqlite': image })
  const { code, stderr } = await run(['--data-dir', directory])
  t.equal(code, 5)
  t.match(stderr, new RegExp(`version ${newestVersion() + 1}.*up to ${newestVersion()}`))
  t.ok(readFileSync(join(directory, 'default.sqlite')).equals(image))
})

t.test("another program's database stops the start with exit code 3, and stays as it was", async (t) => {
  const db = openMemory()
  db.exec('CREATE TABLE notes (text TEXT)')
  const image = db.serialize()
  const directory = t.testdir({ 'default.sqlite': image })
  const { code, stderr } = await run(['--data-dir', directory])
  t.equal(code, 3)
  t.match(stderr, /not of this server/)
  t.ok(readFileSync(join(directory, 'default.sqlite')).equals(image))
})
