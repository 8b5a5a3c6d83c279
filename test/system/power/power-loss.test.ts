import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'

const program = fileURLToPath(new URL('power-loss.ts', import.meta.url))
const few = ['--rounds', '8', '--each', '8', '--steps', '6']
const canRecord = process.platform === 'linux' && spawnSync('gcc', ['--version']).error === undefined
const skip = !canRecord && 'what a server does to its files is recorded on Linux with gcc'

// Servers are started in turns, beside whatever else is tested.
t.setTimeout(0)

/** Loses power a few times, and gives what was told. */
function lose(t: Test, ...more: readonly string[]): { status: number | null; stdout: string } {
  const temporary = { ...process.env, TMPDIR: t.testdir({}) }
  return spawnSync(process.execPath, [program, ...few, ...more], { env: temporary, encoding: 'utf8' })
}

t.test('what is left when the power is lost is used again, and has what was promised', { skip }, async (t) => {
  const { status, stdout } = lose(t)
  t.match(stdout, /^8 losses of power in 1 recordings of \d+ acts, seed \d+: 0 broken$/m)
  t.equal(status, 0, stdout)
})

t.test('a disk that says it has flushed, and has not, is found out', { skip }, async (t) => {
  const { status, stdout } = lose(t, '--lying-disk')
  t.match(stdout, /: [1-8] broken$/m)
  t.equal(status, 1, stdout)
})
