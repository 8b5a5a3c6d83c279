import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { run } from '../system/program/start.ts'

const execute = promisify(execFile)

t.test('seed show prints a built-in seed, which is a right one as a file', async (t) => {
  for (const [name, content] of [
    ['small', /10 campaigns/],
    ['empty', /is right: empty/],
    ['large', /1000 campaigns, 5000 ad_groups, 10000 ads/],
  ] as const) {
    const { code, stdout } = await run(['seed', 'show', name])
    t.equal(code, 0)
    const file = join(t.testdir({ [`${name}.json`]: stdout }), `${name}.json`)
    t.match(await run(['seed', 'check', file]), { code: 0, stdout: content, stderr: '' })
  }
})

t.test('a seed that is read in part alone is no failure', async (t) => {
  const main = new URL('../../server/cli/main.ts', import.meta.url).href
  const program = `import('${main}').then(({ main }) => main(['seed', 'show', 'large']))`
  const { stdout, stderr } = await execute('sh', ['-c', `"${process.execPath}" --eval "${program}" | head -n 1`])
  t.strictSame({ stdout, stderr }, { stdout: '{\n', stderr: '' })
})
