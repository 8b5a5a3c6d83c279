import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { snippetsOf } from '../support/snippets.ts'
import { listening } from './listening.ts'

const execute = promisify(execFile)
const of = snippetsOf(new URL('../../docs/clients.md', import.meta.url))

t.test('every call of the page is answered', async (t) => {
  const { port } = await listening(t)
  for (const text of of('bash')) {
    const command = text.replaceAll('7468', String(port)).replaceAll('curl ', 'curl --fail-with-body ')
    const { stdout } = await execute('bash', ['--norc', '-euc', command])
    t.equal(JSON.parse(stdout).items.length, 2)
  }
})

// What each script prints last, by the package that it imports.
const printed = { 'pinterest-sdk': /\[ 'Brand awareness', 'Spring sale' \] \S+/, 'pinterest-node-api': /^PAUSED$/m }

for (const [name, expected] of Object.entries(printed)) {
  t.test(`the script for ${name} runs`, async (t) => {
    const { port } = await listening(t)
    const [text = ''] = of('js').filter((script) => script.includes(`from '${name}'`))
    const file = join(t.testdir(), 'script.mjs')
    writeFileSync(file, text.replaceAll('7468', String(port)))
    t.match((await execute(process.execPath, [file])).stdout, expected)
  })
}
