import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import t from 'tap'
import { lockDirectory } from '#db/lock.ts'

t.test('a directory is made, locked, and free again when it is let go', async (t) => {
  const folder = `${t.testdir()}/a/b`
  const unlock = lockDirectory(folder)
  t.strictSame(readdirSync(folder), ['.lock'])
  const refusal = { code: 'DIRECTORY_IN_USE', message: new RegExp(`${folder} is another server's`) }
  for (let attempt = 0; attempt < 2; attempt++) t.throws(() => lockDirectory(folder), refusal)
  unlock()
  lockDirectory(folder)()
})

t.test('another directory is another matter', async (t) => {
  const folder = t.testdir()
  const unlocks = ['one', 'two'].map((name) => lockDirectory(`${folder}/${name}`))
  for (const unlock of unlocks) unlock()
  t.ok(existsSync(`${folder}/one/.lock`))
})

t.test('what stands in the place of the lock is refused as it is', async (t) => {
  const folder = t.testdir()
  mkdirSync(`${folder}/.lock`)
  t.throws(() => lockDirectory(folder), { code: 'SQLITE_CANTOPEN' })
})
