import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { committedDocument } from '#openapi/committed.ts'
import type { Description } from '#openapi/description.ts'
import { start } from '#test/system/program/start.ts'
import { linkedDocument } from './links.ts'

// Someone else's generator, which reads the document as any client would. It is Python, so it is not installed with the
// tests: `.ci/schemathesis` installs it for one run, or `pip install 'schemathesis>=4,<5'` for all. FUZZ_EXAMPLES is how many
// requests of each operation are made up, FUZZ_SEED which ones.

const examples = process.env.FUZZ_EXAMPLES ?? '20'
const seed = process.env.FUZZ_SEED ?? '7'
const found = spawnSync('schemathesis', ['--version'], { encoding: 'utf8' }).stdout ?? ''
const missing = /\b4\.\d+/.test(found) ? false : 'schemathesis 4 is not installed here'

/** What is not implemented answers 501 by name, which is no failure. Links are in the document, and not inferred. */
const configuration = `[checks.not_a_server_error]
expected-statuses = ["2xx", "3xx", "4xx", "501"]
[phases.stateful]
inference.algorithms = []
`
const checks = 'not_a_server_error,content_type_conformance,response_schema_conformance,status_code_conformance'

t.setTimeout(0)

/** Runs schemathesis against a started server. Returns its exit code and the end of what it printed. */
async function runOn(
  t: Test,
  document: Description,
  args: readonly string[],
): Promise<{ readonly code: unknown; readonly output: string }> {
  const { banner } = await start(t, ['--self-check'])
  const directory = t.testdir({
    'schemathesis.toml': configuration,
    'openapi.json': JSON.stringify(document),
  })
  const child = spawn(
    'schemathesis',
    [
      ...['--config-file', join(directory, 'schemathesis.toml'), 'run', join(directory, 'openapi.json')],
      ...['--url', banner.base_url, '--header', 'Authorization: Bearer any', '--max-examples', examples],
      ...['--seed', seed, '--generation-database', 'none', '--warnings', 'off', '--no-color'],
      // What takes long on a busy machine is no failure.
      ...['--suppress-health-check', 'too_slow', '--request-timeout', '120', ...args],
    ],
    { cwd: directory, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const output = child.stdout.setEncoding('utf8').toArray()
  const [code] = await once(child, 'close')
  return { code, output: (await output).join('').slice(-20_000) }
}

const document = await committedDocument('openapi.json')

t.test('schemathesis finds no failure and no answer that breaks its schema', { skip: missing }, async (t) => {
  const phases = 'examples,coverage,fuzzing'
  const { code, output } = await runOn(t, document, ['--phases', phases, '--checks', checks])
  t.equal(code, 0, output)
})

t.test('nor in reads, changes and deletions of what it created', { skip: missing }, async (t) => {
  const stateful = [...checks.split(','), 'use_after_free', 'ensure_resource_availability']
  const { code, output } = await runOn(t, linkedDocument(document), [
    ...['--phases', 'stateful', '--mode', 'positive', '--checks', stateful.join()],
  ])
  t.equal(code, 0, output)
  t.match(output, /API Links: +[1-9]\d* covered/, 'links were followed')
})
