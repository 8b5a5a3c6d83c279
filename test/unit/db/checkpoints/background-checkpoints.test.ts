import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { BackgroundCheckpoints } from '#db/background-checkpoints.ts'
import type { Database } from '#db/database.ts'
import { fileStorage } from '#db/file-storage.ts'
import { openFile, openMemory } from '#db/open.ts'
import { unlimited } from '#db/size-budget.ts'
import type { DatabaseStorage } from '#db/storage.ts'
import { emptyImage, write } from './writes.ts'

/** A database in a file that much is written to. */
function databaseIn(t: Test): { readonly db: Database; readonly path: string; readonly storage: DatabaseStorage } {
  const path = join(t.testdir(), 'world.sqlite')
  const storage = fileStorage(path, emptyImage(), unlimited.world)
  const db = storage.open()
  t.teardown(() => db.open && storage.close(db))
  return { db, path, storage }
}

const logOf = (path: string): number => statSync(`${path}-wal`).size
const automaticOf = (db: Database): unknown => db.pragma('wal_autocheckpoint', { simple: true })

/** Megabytes of the log from which a checkpoint is due, and a few more. */
const enough = 40

t.test('writes leave the log alone, until another thread has brought it into the database', async (t) => {
  const { db, path } = databaseIn(t)
  const checkpoints = new BackgroundCheckpoints(() => db)
  t.teardown(() => checkpoints.end())
  t.notOk(checkpoints.areDue, 'the log is short')
  const before = statSync(path).size
  write(db, enough)
  t.ok(logOf(path) > enough * 2 ** 20)
  t.equal(statSync(path).size, before, 'the database is as it was')
  t.ok(checkpoints.areDue)
  await checkpoints.run()
  t.ok(statSync(path).size > before + enough * 2 ** 20, 'the database has what was in the log')
  write(db, 1)
  t.ok(logOf(path) < 4 * 2 ** 20, 'the log begins anew')
  t.notOk(checkpoints.areDue)
})

t.test('writes checkpoint again when much has been written', async (t) => {
  const { db, path } = databaseIn(t)
  const automatic = automaticOf(db)
  const checkpoints = new BackgroundCheckpoints(() => db)
  t.notOk(checkpoints.areDue)
  t.equal(automaticOf(db), 0)
  const before = statSync(path).size
  write(db, 8)
  await checkpoints.end()
  // Pages that migrations have left free are written to first.
  t.ok(statSync(path).size > before + 7.5 * 2 ** 20, 'nothing is left in the log for the next write')
  t.equal(automaticOf(db), automatic)
  write(db, enough)
  t.ok(logOf(path) < enough * 2 ** 20)
})

t.test('where the thread fails, writes checkpoint as always', async (t) => {
  const { db } = databaseIn(t)
  const automatic = automaticOf(db)
  // The thread finds no file at another path, and the connection is open all the same.
  const elsewhere = Object.create(db, { name: { value: join(t.testdir(), 'none.sqlite') } })
  const checkpoints = new BackgroundCheckpoints(() => elsewhere)
  t.notOk(checkpoints.areDue)
  await checkpoints.run()
  t.equal(automaticOf(db), automatic)
  write(db, enough)
  t.notOk(checkpoints.areDue)
})

t.test('a database that is closed meanwhile is closed last, and whole by itself', async (t) => {
  const { db, path, storage } = databaseIn(t)
  const checkpoints = new BackgroundCheckpoints(() => (db.open ? db : undefined))
  t.notOk(checkpoints.areDue)
  write(db, enough)
  const running = checkpoints.run()
  storage.close(db)
  t.notOk(existsSync(`${path}-wal`), 'nobody else has the log open')
  await running
  t.notOk(checkpoints.areDue)
  await checkpoints.end()
  const reopened = openFile(path)
  t.equal(reopened.pragma('integrity_check', { simple: true }), 'ok')
  t.equal(reopened.prepare('SELECT count(*) FROM blobs').pluck().get(), enough)
  reopened.close()
})

t.test('a database in memory has no checkpoints', async (t) => {
  const db = openMemory()
  t.teardown(() => db.close())
  const checkpoints = new BackgroundCheckpoints(() => db)
  t.notOk(checkpoints.areDue)
  await checkpoints.run()
  await checkpoints.end()
})

t.test('a process that is killed during a checkpoint loses nothing that it has written', async (t) => {
  const path = join(t.testdir(), 'world.sqlite')
  const child = fork(new URL('./writer.ts', import.meta.url), [path], { execArgv: [] })
  const [written] = await once(child, 'message')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const db = openFile(path)
  t.teardown(() => db.close())
  t.equal(db.pragma('integrity_check', { simple: true }), 'ok')
  t.ok(Number(db.prepare('SELECT count(*) FROM blobs').pluck().get()) >= written)
})
