import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { manyCalls } from './many-calls.ts'

const usage = `node test/system/journal/million-calls.ts [--calls N]

Makes a million calls in one world of a server in a process of its own, the first and the last of which are equal
creations. Ends with 1 when the report at the end is not exact, when what depends on forgotten calls is said to be so or
not so, or when the server holds a fifth more memory at the end than after a tenth of the calls.`

const { values } = parseArgs({ options: { calls: { type: 'string', default: '1000000' }, help: { type: 'boolean' } } })

const maxGrowth = 1.2

async function run(): Promise<boolean> {
  const main = new URL('../../../server/cli/main.ts', import.meta.url).href
  const program = `import(${JSON.stringify(main)}).then(({ main }) => main(process.argv.slice(1)))`
  const child = spawn(process.execPath, ['--eval', program, '--', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [line] = await once(createInterface(child.stdout), 'line')
    const port = Number(new URL(JSON.parse(line).base_url).port)
    const result = await manyCalls({ port, pid: child.pid ?? 0 }, Number(values.calls))
    const { reported, expected, verified, megabytes } = result
    const isExact = isDeepStrictEqual(reported, expected)
    const isFlat = megabytes[1] < megabytes[0] * maxGrowth
    const isCareful = isDeepStrictEqual(verified, [200, 409])
    process.stdout.write(`${JSON.stringify({ isExact, isFlat, isCareful, ...result }, undefined, 2)}\n`)
    return isExact && isFlat && isCareful
  } finally {
    child.kill('SIGTERM')
  }
}

if (values.help) process.stdout.write(`${usage}\n`)
else process.exitCode = (await run()) ? 0 : 1
