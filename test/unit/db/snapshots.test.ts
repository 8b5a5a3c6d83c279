import { mkdirSync, readdirSync } from 'node:fs'
import t from 'tap'
import { Snapshots } from '#db/snapshots.ts'

t.test('a snapshot that cannot be written leaves no half file', async (t) => {
  const folder = t.testdir()
  const snapshots = new Snapshots(folder)
  mkdirSync(`${folder}/one.snapshot`)
  t.throws(() => snapshots.save('one', Buffer.from('image')))
  t.same(readdirSync(folder), ['one.snapshot'])
})
