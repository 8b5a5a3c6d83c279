import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import t from 'tap'
import { run, start } from './start.ts'

t.test('the ready file has the banner while the server listens, and is gone when it has ended', async (t) => {
  const file = `${t.testdir({})}/ready.json`
  const { banner, end } = await start(t, ['--ready-file', file])
  t.strictSame(JSON.parse(readFileSync(file, 'utf8')), banner)
  t.equal(await end('SIGTERM'), 0)
  t.notOk(existsSync(file))
})

t.test('the ready file of a server that was killed is taken away by a start that fails', async (t) => {
  const file = `${t.testdir({})}/ready.json`
  const { banner, end } = await start(t, ['--ready-file', file])
  const { code } = await run(['--ready-file', file, '--port', new URL(banner.base_url).port])
  t.equal(code, 4)
  t.notOk(existsSync(file))
  t.equal(await end('SIGTERM'), 0)
})

t.test('a ready file that cannot be written stops the start with exit code 2', async (t) => {
  const { code, stderr } = await run(['--port', '0', '--ready-file', `${t.testdir({})}/missing/ready.json`])
  t.equal(code, 2)
  t.match(stderr, /--ready-file.*missing/)
})

for (const option of ['--ready-file', '--export-on-exit']) {
  t.test(`${option} never takes the place of a file that is not its own, and says so at the start`, async (t) => {
    const folder = t.testdir({ 'diary.txt': 'Dear diary', folder: {}, link: t.fixture('symlink', 'diary.txt') })
    spawnSync('mkfifo', [`${folder}/pipe`])
    for (const name of ['diary.txt', 'folder', 'link', 'pipe']) {
      const { code, stderr, stdout } = await run(['--port', '0', option, `${folder}/${name}`])
      t.equal(code, 2, name)
      t.match(stderr, new RegExp(`${option} .*/${name}: `))
      t.equal(stdout, '')
    }
    t.equal(readFileSync(`${folder}/diary.txt`, 'utf8'), 'Dear diary')
    t.same(readdirSync(folder).sort(), ['diary.txt', 'folder', 'link', 'pipe'])
  })
}

t.test('one file is not both, the ready file and what is exported', async (t) => {
  const file = `${t.testdir({})}/file`
  const { code, stderr } = await run(['--port', '0', '--ready-file', file, '--export-on-exit', file])
  t.equal(code, 2)
  t.match(stderr, /name the same file/)
})

t.test(
  'an export whose place somebody has taken meanwhile leaves that as it is, and ends with exit code 1',
  async (t) => {
    const folder = t.testdir({})
    const { end, child } = await start(t, ['--export-on-exit', `${folder}/state.json`])
    writeFileSync(`${folder}/state.json`, 'Dear diary')
    let stderr = ''
    child.stderr?.on('data', (chunk) => (stderr += chunk))
    t.equal(await end('SIGTERM'), 1)
    t.match(stderr, /state\.json: there is a file that this server has not written/)
    t.equal(readFileSync(`${folder}/state.json`, 'utf8'), 'Dear diary')
    t.same(readdirSync(folder), ['state.json'])
  },
)
