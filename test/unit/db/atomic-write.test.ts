import fs, { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { relative } from 'node:path'
import t from 'tap'
import { writeFileAtomic } from '#db/atomic-write.ts'

t.test('a file is written in place of another, and nothing stays beside it', async (t) => {
  const folder = t.testdir({ one: 'older' })
  writeFileAtomic(`${folder}/one`, 'newer')
  t.equal(readFileSync(`${folder}/one`, 'utf8'), 'newer')
  t.strictSame(readdirSync(folder), ['one'])
})

t.test('who makes way is given the whole file, while the old one is still there', async (t) => {
  const folder = t.testdir({ one: 'older' })
  writeFileAtomic(`${folder}/one`, 'newer', (beside) => {
    t.equal(readFileSync(beside, 'utf8'), 'newer')
    t.equal(readFileSync(`${folder}/one`, 'utf8'), 'older')
  })
})

t.test('when the way is refused the old file stays, and nothing beside it', async (t) => {
  const folder = t.testdir({ one: 'older' })
  const refuse = (): never => {
    throw new Error('no way')
  }
  t.throws(() => writeFileAtomic(`${folder}/one`, 'newer', refuse), { message: 'no way' })
  t.equal(readFileSync(`${folder}/one`, 'utf8'), 'older')
  t.strictSame(readdirSync(folder), ['one'])
})

t.test('what cannot take the place leaves nothing', async (t) => {
  const folder = t.testdir()
  mkdirSync(`${folder}/one`)
  t.throws(() => writeFileAtomic(`${folder}/one`, 'newer'))
  t.strictSame(readdirSync(folder), ['one'])
})

t.test('what is written is on the disk before it takes the place, and its name after', async (t) => {
  const folder = t.testdir({ one: 'older' })
  const done: string[] = []
  const names = new Map<number, string>()
  const { openSync, fsyncSync, renameSync } = fs
  t.teardown(() => {
    Object.assign(fs, { openSync, fsyncSync, renameSync })
    syncBuiltinESMExports()
  })
  Object.assign(fs, {
    openSync(path: string, ...more: [string]) {
      const opened = openSync(path, ...more)
      names.set(opened, path)
      return opened
    },
    fsyncSync(opened: number) {
      done.push(`flushed ${relative(folder, names.get(opened) ?? '') || 'the folder'}`)
      fsyncSync(opened)
    },
    renameSync(from: string, to: string) {
      done.push(`renamed ${relative(folder, from)}`)
      renameSync(from, to)
    },
  })
  syncBuiltinESMExports()
  writeFileAtomic(`${folder}/one`, 'newer')
  t.strictSame(done, ['flushed one.new', 'renamed one.new', 'flushed the folder'])
})
