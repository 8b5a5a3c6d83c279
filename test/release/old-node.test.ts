import { spawnSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'

const bin = new URL('../../bin/', import.meta.url)
const message = 'pinterest-ads-mock needs Node 22.18 or newer, and this is 22.17.1.'

/** Makes this Node say that it is another. */
const pretend = (version: string): string =>
  `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`

/** Lays the package out with a server that only says that it was loaded, and imports a module of it. */
function run(t: Test, version: string, module: string) {
  const folder = t.testdir({ 'package.json': '{"type":"module"}', build: { server: {} } })
  cpSync(bin, join(folder, 'bin'), { recursive: true })
  const server = "console.log('loaded')\nexport const main = () => {}\nexport const startMock = () => {}"
  for (const name of ['index', 'main']) writeFileSync(join(folder, `build/server/${name}.js`), server)
  writeFileSync(join(folder, 'user.js'), "import { startMock } from './bin/library.js'\nstartMock()")
  const args = ['--import', pretend(version), join(folder, module)]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

t.test('the command says on an old Node which one it needs, and loads nothing', async (t) => {
  t.strictSame(run(t, '22.17.1', 'bin/pinterest-ads-mock.js'), { status: 1, stdout: '', stderr: `${message}\n` })
})

t.test('the library says the same on an old Node, and loads nothing', async (t) => {
  const { status, stdout, stderr } = run(t, '22.17.1', 'user.js')
  t.match(stderr, `Error: ${message}\n`)
  t.strictSame({ status, stdout }, { status: 1, stdout: '' })
})

for (const version of ['22.18.0', '23.0.0', '24.0.0', '100.1.2']) {
  t.test(`both run on Node ${version}`, async (t) => {
    for (const module of ['bin/pinterest-ads-mock.js', 'user.js']) {
      t.strictSame(run(t, version, module), { status: 0, stdout: 'loaded\n', stderr: '' })
    }
  })
}
