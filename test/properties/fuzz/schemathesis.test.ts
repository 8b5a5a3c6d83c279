import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { start } from '#test/system/program/start.ts'

// Someone else's generator, which reads the document as any client would. It is Python, so it is not installed with the
// tests: `.ci/schemathesis` installs it for one run, or `pip install 'schemathesis>=4,<5'` for all. FUZZ_EXAMPLES is how many
// requests of each operation are made up, FUZZ_SEED which ones.

const examples = process.env.FUZZ_EXAMPLES ?? '20'
const seed = process.env.FUZZ_SEED ?? '7'
const found = spawnSync('schemathesis', ['--version'], { encoding: 'utf8' }).stdout ?? ''
const missing = /\b4\.\d+/.test(found) ? false : 'schemathesis 4 is not installed here'

/** What is not implemented answers 501 by name, which is no failure. */
const configuration = `[checks.not_a_server_error]
expected-statuses = ["2xx", "3xx", "4xx", "501"]
`

t.setTimeout(0)

t.test(
  'schemathesis finds no failure of the server and no answer that breaks its schema',
  { skip: missing },
  async (t) => {
    const { banner } = await start(t, ['--self-check'])
    const directory = t.testdir({})
    const file = join(directory, 'schemathesis.toml')
    writeFileSync(file, configuration)
    const child = spawn(
      'schemathesis',
      [
        ...['--config-file', file, 'run', `${new URL('/openapi.json', banner.base_url)}`],
        ...['--url', banner.base_url, '--header', 'Authorization: Bearer any'],
        ...['--checks', 'not_a_server_error,content_type_conformance,response_schema_conformance'],
        ...['--phases', 'examples,coverage,fuzzing,stateful', '--max-examples', examples, '--seed', seed],
        ...['--generation-database', 'none', '--warnings', 'off', '--no-color'],
      ],
      { cwd: directory, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const output = child.stdout.setEncoding('utf8').toArray()
    const [code] = await once(child, 'close')
    t.equal(code, 0, (await output).join('').slice(-20_000))
  },
)
