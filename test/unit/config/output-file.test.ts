import { spawnSync } from 'node:child_process'
import { lstatSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { UsageError } from '#server/config/config.ts'
import { OutputFile } from '#server/config/output-file.ts'

const own = (path: string): OutputFile => new OutputFile(path, { option: 'log', pattern: /^\{"own"/ })
const folderOf = (t: Test) => t.testdir({ 'other.txt': 'x' })

for (const [what, content] of [
  ['nothing', undefined],
  ['an empty file, as mktemp makes it', ''],
  ['an earlier one', '{"own":1}'],
] as const) {
  t.test(`it is written where there is ${what}`, async (t) => {
    const folder = t.testdir({ ...(content !== undefined && { file: content }) })
    const file = own(`${folder}/file`)
    file.assertWritable()
    file.write('{"own":2}')
    t.equal(readFileSync(`${folder}/file`, 'utf8'), '{"own":2}')
    t.same(readdirSync(folder), ['file'])
  })
}

t.test('what is not its own is refused with the reason, and stays', async (t) => {
  const folder = t.testdir({
    text: 'x',
    like: '{"other":{"own":1}}',
    folder: {},
    link: t.fixture('symlink', 'own'),
    own: '{"own":1}',
  })
  spawnSync('mkfifo', [`${folder}/pipe`])
  const reasons = {
    text: /has not written/,
    like: /has not written/,
    folder: /no regular file/,
    pipe: /no regular file/,
    link: /symbolic link/,
    'missing/file': /no directory/,
  }
  const before = readdirSync(folder)
  for (const [name, reason] of Object.entries(reasons)) {
    const file = own(`${folder}/${name}`)
    for (const work of [() => file.assertWritable(), () => file.clear()])
      t.throws(work, { constructor: UsageError, message: reason })
    t.throws(() => file.write('{"own":2}'), name)
    file.remove()
  }
  t.same(readdirSync(folder), before)
  t.equal(readFileSync(`${folder}/text`, 'utf8'), 'x')
  t.equal(readFileSync(`${folder}/own`, 'utf8'), '{"own":1}', 'nor what a link leads to')
  t.ok(lstatSync(`${folder}/pipe`).isFIFO())
})

t.test('what lies beside it under the name of a file in the making stays', async (t) => {
  const beside = `file.${process.pid}-1.new`
  const folder = t.testdir({ [beside]: 'somebody else’s' })
  own(`${folder}/file`).write('{"own":2}')
  t.equal(readFileSync(`${folder}/${beside}`, 'utf8'), 'somebody else’s')
  t.same(readdirSync(folder).sort(), ['file', beside])
})

t.test('it takes away what it has written, and not what somebody has put there since', async (t) => {
  const folder = folderOf(t)
  const file = own(`${folder}/file`)
  file.write('{"own":2}')
  file.remove()
  t.same(readdirSync(folder), ['other.txt'])
  file.remove()
  file.write('{"own":2}')
  writeFileSync(`${folder}/file`, '{"own":"of another process"}')
  file.remove()
  t.equal(readFileSync(`${folder}/file`, 'utf8'), '{"own":"of another process"}')
  renameSync(`${folder}/other.txt`, `${folder}/file`)
  t.throws(() => file.write('{"own":3}'), /has not written/)
  t.equal(readFileSync(`${folder}/file`, 'utf8'), 'x')
})
