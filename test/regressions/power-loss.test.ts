import fs, { copyFileSync, renameSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { relative } from 'node:path'
import t, { type Test } from 'tap'
import { makeDirectory } from '#db/directories.ts'
import { DatabasePool } from '#db/pool.ts'
import { loadAuthority } from '#server/tls/certificates.ts'
import { WorldExpiry } from '#server/worlds/expiry.ts'
import { mock } from '../support/mock.ts'

/** Tells of what is done below a folder the flushes, and the changes of names that they are about, in their order. */
function watched(t: Test, folder: string): readonly string[] {
  const done: string[] = []
  const names = new Map<number, string>()
  const { openSync, fsyncSync, renameSync, rmSync } = fs
  const below = (path: string): string => relative(folder, path) || 'the folder'
  t.teardown(() => {
    Object.assign(fs, { openSync, fsyncSync, renameSync, rmSync })
    syncBuiltinESMExports()
  })
  Object.assign(fs, {
    openSync(path: string, ...more: [string]) {
      const opened = openSync(path, ...more)
      names.set(opened, path)
      return opened
    },
    fsyncSync(opened: number) {
      done.push(`flushed ${below(names.get(opened) ?? '')}`)
      fsyncSync(opened)
    },
    renameSync(from: string, to: string) {
      done.push(`renamed ${below(from)}`)
      renameSync(from, to)
    },
    rmSync(path: string, options: object) {
      done.push(`removed ${below(path)}`)
      rmSync(path, options)
    },
  })
  syncBuiltinESMExports()
  return done
}

t.test('a directory that is made is on the disk, and so are those above it', async (t) => {
  const folder = t.testdir({})
  const done = watched(t, folder)
  makeDirectory(`${folder}/one/two`)
  t.strictSame(done, ['flushed one', 'flushed the folder'])
  makeDirectory(`${folder}/one/two`)
  t.equal(done.length, 2, 'one that is there need not be flushed')
})

t.test('the log of a world is gone from the disk before another file takes the place of its own', async (t) => {
  const folder = t.testdir({})
  const image = (await mock(t)).worlds.images.of('default')
  const worlds = new DatabasePool({ directory: folder, image })
  t.teardown(() => worlds.close())
  worlds.get('one').get()
  const done = watched(t, folder)
  worlds.reset('one')
  t.strictSame(done.slice(done.indexOf('removed one.sqlite-wal')), [
    'removed one.sqlite-wal',
    'removed one.sqlite-shm',
    'flushed the folder',
    'renamed one.sqlite.new',
    'flushed the folder',
  ])
})

t.test('a world is made after its time to live is on the disk, and gone before that is', async (t) => {
  const folder = t.testdir({})
  const { call } = await mock(t, { dataDir: folder })
  await call('POST', '/__mock/worlds', { name: 'first', ttl: 60 })
  const done = watched(t, folder)
  await call('POST', '/__mock/worlds', { name: 'other', ttl: 60 })
  t.ok(done.includes('renamed other.sqlite.new'))
  t.strictSame(done.slice(0, 2), ['flushed the folder', 'flushed lifetimes.json'], 'a world of before is gone by then')
  const made = done.length
  await call('DELETE', '/__mock/worlds/other')
  t.strictSame(done.slice(made), [
    'removed other.sqlite',
    'removed other.sqlite-wal',
    'removed other.sqlite-shm',
    'flushed the folder',
    'flushed lifetimes.json',
  ])
  await call('DELETE', '/__mock/worlds/first')
  t.strictSame(done.slice(-3), ['flushed the folder', 'removed lifetimes.json', 'flushed the folder'])
})

t.test('worlds whose time is over together are flushed together', async (t) => {
  const folder = t.testdir({})
  const lifetimes: WorldExpiry = new WorldExpiry((name) => lifetimes.forget(name), {
    file: `${folder}/lifetimes.json`,
    machine: { seconds: () => now },
  })
  let now = 0
  for (let number = 0; number < 40; number++) lifetimes.start(`world-${number}`, number === 0 ? 1000 : 60)
  const done = watched(t, folder)
  now = 61
  lifetimes.sweep()
  t.strictSame(done, ['flushed the folder', 'flushed lifetimes.json'])
})

t.test('a certificate authority is on the disk before it has its name', async (t) => {
  const folder = t.testdir({})
  const done = watched(t, folder)
  await loadAuthority(folder)
  t.strictSame(done, ['flushed https-authority.pem.new', 'renamed https-authority.pem.new', 'flushed the folder'])
})

t.test('a world that was killed is gone from the disk before its log is, without which it would be half', async (t) => {
  const folder = t.testdir({})
  const image = (await mock(t)).worlds.images.of('default')
  const before = new DatabasePool({ directory: folder, image })
  before.get('one').write(() => before.get('one').get().exec('CREATE TABLE more (one)'))
  for (const name of ['one.sqlite', 'one.sqlite-wal']) copyFileSync(`${folder}/${name}`, `${folder}/${name}.kept`)
  before.close()
  for (const name of ['one.sqlite', 'one.sqlite-wal']) renameSync(`${folder}/${name}.kept`, `${folder}/${name}`)
  const worlds = new DatabasePool({ directory: folder, image })
  const done = watched(t, folder)
  worlds.remove('one')
  t.strictSame(done, ['removed one.sqlite', 'flushed the folder', 'removed one.sqlite-wal', 'removed one.sqlite-shm'])
})
