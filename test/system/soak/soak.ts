import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { call } from '#test/properties/invariants/model.ts'
import fc from '#test/support/fast-check.ts'
import { acts } from './acts.ts'
import { SoakWorld } from './world.ts'

const usage = `node test/system/soak/soak.ts [--minutes N] [--worlds N] [--data-dir DIR] [--seed N]

Makes random calls of the API and of all of test control, for so many minutes in so many worlds of one server in a process
of its own. Ends with 1 when an invariant is broken, when a call of test control tells something else than what was done,
or when the server holds more memory at the end than a warm one does, which a soak of two minutes or more can tell.`

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    worlds: { type: 'string', default: '150' },
    'data-dir': { type: 'string' },
    seed: { type: 'string', default: String(process.pid) },
    help: { type: 'boolean' },
  },
})

const warmShare = 0.3
/** How much more than when it was warm the server may hold: the collector's own swings are as large. */
const mostGrowth = 1.35
/** Of a shorter soak nothing is said about memory: its journals are still filling. */
const leastMinutes = 2

async function soak(): Promise<boolean> {
  const seed = Number(values.seed)
  const minutes = Number(values.minutes)
  const { origin, pid, end } = await startedServer()
  const random = fc.sample(fc.nat({ max: 0x7fff_ffff }), { numRuns: 100_000, seed })
  let drawn = 0
  const upTo = (most: number): number => (random[drawn++ % random.length] ?? 0) % most
  const worlds: SoakWorld[] = []
  const nameOf = (index: number): string => `soak-${index}`
  const startedAt = performance.now()
  const elapsed = (): number => (performance.now() - startedAt) / 60_000
  let [calls, done, checks, warm] = [0, 0, 0, 0]
  const broken: string[] = []
  while (elapsed() < minutes && broken.length === 0) {
    const index = upTo(Number(values.worlds))
    const world = worlds[index] ?? (await SoakWorld.make(origin, nameOf(index)))
    worlds[index] = world
    const sequence = fc.sample(call, { numRuns: 1 + upTo(8), seed: upTo(0x7fff_ffff) })
    for (const one of sequence) await world.call(one)
    calls += sequence.length
    const random = upTo(26)
    if (random === 0) await world.keep()
    if (random === 1) await world.restore()
    if (random === 2) await world.throughJson()
    if (random === 3) {
      const other = upTo(Number(values.worlds))
      if (other !== index) worlds[other] = await world.fork(origin, nameOf(other))
    }
    if (random === 4) worlds[index] = await SoakWorld.make(origin, nameOf(index))
    const act = acts[random - 20]
    if (act !== undefined) {
      done++
      broken.push(...(await act(world, upTo)).map((sentence) => `${nameOf(index)}: ${sentence}`))
    }
    if (random > 16 && random < 20) {
      checks++
      broken.push(...((await worlds[index]?.broken()) ?? []).map((sentence) => `${nameOf(index)}: ${sentence}`))
    }
    if (warm === 0 && elapsed() > minutes * warmShare) warm = megabytesOf(pid)
  }
  const last = megabytesOf(pid)
  await end()
  const level = minutes < leastMinutes ? null : last < warm * mostGrowth
  const summary = {
    seed,
    minutes,
    calls,
    acts: done,
    checks,
    warm_megabytes: warm,
    last_megabytes: last,
    level,
    broken,
  }
  process.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`)
  return level !== false && broken.length === 0
}

async function startedServer() {
  const main = new URL('../../../server/cli/main.ts', import.meta.url).href
  const program = `import(${JSON.stringify(main)}).then(({ main }) => main(process.argv.slice(1)))`
  const directory = values['data-dir']
  const args = ['--port', '0', '--seed', 'empty', ...(directory === undefined ? [] : ['--data-dir', directory])]
  const child = spawn(process.execPath, ['--eval', program, '--', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface(child.stdout), 'line')
  const { base_url } = JSON.parse(line)
  return {
    origin: base_url.replace('/v5', ''),
    pid: child.pid,
    async end() {
      child.kill('SIGTERM')
      await once(child, 'close')
    },
  }
}

const megabytesOf = (pid: number | undefined): number =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024)

if (values.help) process.stdout.write(`${usage}\n`)
else process.exitCode = (await soak()) ? 0 : 1
