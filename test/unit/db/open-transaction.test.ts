import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import t, { type Test } from 'tap'
import type { Database } from '#db/database.ts'
import { fileStorage } from '#db/file-storage.ts'
import { openMemory } from '#db/open.ts'
import { readSetting, storeSetting } from '#db/settings.ts'
import { unlimited } from '#db/size-budget.ts'
import type { DatabaseStorage } from '#db/storage.ts'
import { inTransaction, OpenTransaction } from '#db/transaction.ts'
import { emptyImage } from './checkpoints/writes.ts'

interface Stored {
  readonly db: Database
  readonly storage: DatabaseStorage
  /** Returns a setting as another process would read it: once it is committed. */
  readonly committed: (name: string) => unknown
}

/** A database in a file, and another connection to it. */
function databaseIn(t: Test): Stored {
  const path = join(t.testdir(), 'world.sqlite')
  const storage = fileStorage(path, emptyImage(), unlimited.world)
  const db = storage.open()
  const other = new Sqlite(path, { readonly: true })
  t.teardown(() => {
    other.close()
    if (db.open) storage.close(db)
  })
  return { db, storage, committed: (name) => readSetting(other, name) }
}

const write = (db: Database, name: string) => (): void => storeSetting(db, name, 1)

t.test('parts are read at once and committed together', (t) => {
  const { db, committed } = databaseIn(t)
  const work = new OpenTransaction()
  work.run(db, write(db, 'first'))
  work.run(db, write(db, 'second'))
  t.strictSame([readSetting(db, 'first'), committed('first'), work.parts], [1, undefined, 2])
  work.commit()
  t.strictSame([committed('first'), committed('second'), work.parts], [1, 1, 0])
  t.end()
})

t.test('what else is written commits the parts first', (t) => {
  const { db, committed } = databaseIn(t)
  const work = new OpenTransaction()
  work.run(db, write(db, 'part'))
  inTransaction(db, write(db, 'call'))
  t.strictSame([committed('part'), committed('call'), work.parts], [1, 1, 0])
  t.end()
})

t.test('a call that fails takes no part back', (t) => {
  const { db, committed } = databaseIn(t)
  const work = new OpenTransaction()
  work.run(db, write(db, 'part'))
  const failing = (): void => {
    write(db, 'call')()
    throw new Error('refused')
  }
  t.throws(() => inTransaction(db, failing), /refused/)
  t.strictSame([committed('part'), committed('call')], [1, undefined])
  t.end()
})

t.test('other long work has a transaction of its own', (t) => {
  const { db, committed } = databaseIn(t)
  const [one, other] = [new OpenTransaction(), new OpenTransaction()]
  one.run(db, write(db, 'one'))
  other.run(db, write(db, 'other'))
  t.strictSame([committed('one'), committed('other')], [1, undefined])
  other.commit()
  t.equal(committed('other'), 1)
  t.end()
})

t.test('an image and a closed file have the parts', (t) => {
  const { db, storage, committed } = databaseIn(t)
  const work = new OpenTransaction()
  work.run(db, write(db, 'in the image'))
  const image = openMemory(storage.image(db))
  t.equal(readSetting(image, 'in the image'), 1)
  image.close()
  work.run(db, write(db, 'before the end'))
  storage.close(db)
  t.equal(committed('before the end'), 1)
  const again = storage.open()
  work.run(again, write(again, 'after it'))
  storage.close(again)
  t.equal(committed('after it'), 1, 'the work goes on when the file is opened again')
  t.end()
})

t.test('a part that fails takes those back that are not committed, and ends the work', (t) => {
  const { db, committed } = databaseIn(t)
  const work = new OpenTransaction()
  work.run(db, write(db, 'first'))
  const failing = (): void => {
    throw new Error('full')
  }
  t.throws(() => work.run(db, failing), /full/)
  t.throws(() => work.run(db, write(db, 'next')), /full/)
  t.strictSame([readSetting(db, 'first'), committed('first'), db.inTransaction], [undefined, undefined, false])
  t.end()
})

t.test('a file is closed although its parts cannot be stored, and the work fails at its next part', (t) => {
  const { db, storage } = databaseIn(t)
  const work = new OpenTransaction()
  db.exec('CREATE TABLE child (parent INTEGER REFERENCES settings (name) DEFERRABLE INITIALLY DEFERRED)')
  work.run(db, () => void db.exec('INSERT INTO child VALUES (7)'))
  storage.close(db)
  t.notOk(db.open)
  const again = storage.open()
  t.throws(() => work.run(again, write(again, 'next')), /FOREIGN KEY/)
  storage.close(again)
  t.end()
})

t.test('in memory each part is written by itself', (t) => {
  const db = openMemory(emptyImage())
  t.teardown(() => db.close())
  const work = new OpenTransaction()
  work.run(db, write(db, 'part'))
  t.strictSame([readSetting(db, 'part'), db.inTransaction, work.parts], [1, false, 0])
  t.end()
})
