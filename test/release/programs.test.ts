// Node.js has import.meta.main since 24.2 and 22.18, the oldest that the package supports.
import { execFile } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { promisify } from 'node:util'
import t from 'tap'

const root = new URL('../..', import.meta.url)
const run = async (...words: readonly string[]): Promise<string> =>
  promisify(execFile)(process.execPath, words, { cwd: root, encoding: 'utf8' }).then(
    ({ stdout }) => stdout,
    ({ stdout }) => stdout,
  )
const usage = 'Usage: npm run conformance -- PATH-TO-OFFICIAL-DESCRIPTION\n'

t.test('a program that other files import runs when Node is started with it', async (t) => {
  t.equal(await run('scripts/openapi/conformance.ts'), usage)
})

t.test('it runs by a link, too', async (t) => {
  const folder = t.testdir({})
  symlinkSync(new URL('scripts/openapi/conformance.ts', root), `${folder}/conformance.ts`)
  t.equal(await run(`${folder}/conformance.ts`), usage)
})

t.test('it does not run when it is imported', async (t) => {
  const code = "await import('./scripts/openapi/conformance.ts')"
  t.equal(await run('--input-type=module', '--eval', code), '')
  t.equal(await run('--input-type=module', '--eval', code, 'no-such-file'), '')
})
