import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { writeWhole } from '../../db/write-whole.ts'

t.test('a file is written in place of another, and nothing stays beside it', async (t) => {
  const folder = t.testdir({ one: 'older' })
  writeWhole(`${folder}/one`, 'newer')
  t.equal(readFileSync(`${folder}/one`, 'utf8'), 'newer')
  t.strictSame(readdirSync(folder), ['one'])
})

t.test('who makes way is given the whole file, while the old one is still there', async (t) => {
  const folder = t.testdir({ one: 'older' })
  writeWhole(`${folder}/one`, 'newer', (beside) => {
    t.equal(readFileSync(beside, 'utf8'), 'newer')
    t.equal(readFileSync(`${folder}/one`, 'utf8'), 'older')
  })
})

t.test('when the way is refused the old file stays, and nothing beside it', async (t) => {
  const folder = t.testdir({ one: 'older' })
  const refuse = (): never => {
    throw new Error('no way')
  }
  t.throws(() => writeWhole(`${folder}/one`, 'newer', refuse), { message: 'no way' })
  t.equal(readFileSync(`${folder}/one`, 'utf8'), 'older')
  t.strictSame(readdirSync(folder), ['one'])
})

t.test('what cannot take the place leaves nothing', async (t) => {
  const folder = t.testdir()
  mkdirSync(`${folder}/one`)
  t.throws(() => writeWhole(`${folder}/one`, 'newer'))
  t.strictSame(readdirSync(folder), ['one'])
})
