import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Json } from '#test/support/mock.ts'
import { Disk } from './disk.ts'
import { absent, History } from './history.ts'
import { type Caller, digestAt, digestOf } from './look.ts'
import type { Random } from './random.ts'
import { type Act, readRecord } from './record.ts'
import { Writer } from './writer.ts'

const main = new URL('../../../server/cli/main.ts', import.meta.url).href
const entry = `import(${JSON.stringify(main)}).then(({ main }) => main(process.argv.slice(1)))`

/** What a server did to its files, and what it acknowledged meanwhile. */
export interface Recording {
  readonly acts: readonly Act[]
  readonly worlds: readonly History[]
  readonly snapshots: readonly History[]
  readonly authority: History
  readonly exported: History
}

/** Where a server has its files, below the directory that is watched. */
export const places = { data: 'data', exported: 'exported.json', ready: 'ready.json' } as const

/** The options of a server with its files below a directory. */
export const optionsIn = (root: string): readonly string[] => [
  ...['--port', '0', '--data-dir', join(root, places.data)],
  ...['--export-on-exit', join(root, places.exported), '--ready-file', join(root, places.ready)],
]

/** Compiles what records; undefined where there is no compiler. */
export function recorderIn(folder: string): string | undefined {
  const source = fileURLToPath(new URL('recorder.c', import.meta.url))
  const library = join(folder, 'recorder.so')
  try {
    execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl', '-lpthread'], { stdio: 'pipe' })
    return library
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Starts, uses and ends or kills a server a few times, all of which is recorded. */
export async function record(library: string, folder: string, random: Random, steps: number): Promise<Recording> {
  const [root, log] = [join(folder, 'root'), join(folder, 'record')]
  mkdirSync(root, { recursive: true })
  const place = (): number => statSync(log, { throwIfNoEntry: false })?.size ?? 0
  const writers = ['default', 'one', 'two', 'three'].map((name) => new Writer(name, random, place))
  const authority = new History('the authority')
  const exported = new History('the export')
  const secured = random.oneIn(2) ? ['--https-port', '0'] : []
  for (let session = 0; session < sessions; session++) {
    // The last one is not killed: nobody would see what became of the act that it was in.
    const acts =
      session + 1 < sessions && random.oneIn(2) ? { POWER_ACTS: String(leastActs + random.upTo(steps * 80)) } : {}
    const env = { PATH: process.env.PATH ?? '', LD_PRELOAD: library, POWER_ROOT: root, POWER_LOG: log, ...acts }
    const startedAt = place()
    await used([...optionsIn(root), ...secured], env, async (call) => {
      if (secured.length > 0 && authority.last === absent) {
        const acknowledged = place()
        const digest = digestOf((await call('GET', '/__mock/ca.pem')).text)
        authority.add({ digest, startedAt: 0, acknowledged, isKept: true })
      }
      await Promise.all(writers.map((writer) => writer.goOn(call)))
      await Promise.all(
        writers.map(async (writer) => {
          for (let step = 0; step < steps; step++) await writer.act()
        }),
      )
    })
    const digest = digestAt(join(root, places.exported))
    if (digest !== exported.last) exported.add({ digest, startedAt, acknowledged: place(), isKept: false })
  }
  const acts = readRecord(log, statSync(root, { bigint: true }).ino)
  refuseOtherThan(root, acts)
  const worlds = writers.map(({ world }) => world)
  return { acts, worlds, snapshots: writers.map(({ snapshot }) => snapshot), authority, exported }
}

/** How often a server is started in a recording. */
const sessions = 4

/** Acts in which a server has started. */
const leastActs = 120

/** Starts a server, does the work with it, and ends it, unless it is killed on the way. */
async function used(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  work: (call: Caller) => Promise<void>,
): Promise<void> {
  const server = spawn(process.execPath, ['--eval', entry, '--', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'close')
  const end = (): void => void server.kill('SIGKILL')
  process.once('exit', end)
  try {
    await work(callerOf(await originOf(server)))
  } catch (error) {
    if (env.POWER_ACTS === undefined) throw error
    await Promise.race([ended, after(120_000, undefined, { ref: false })])
    if (server.signalCode !== 'SIGKILL') throw error
  }
  server.kill('SIGTERM')
  await ended
  process.off('exit', end)
}

/** Throws when the files are not what the record says. */
function refuseOtherThan(root: string, acts: readonly Act[]): void {
  const disk = new Disk()
  for (const act of acts) disk.apply(act)
  for (const [path, content] of disk.now()) {
    if (!path.endsWith('-shm') && !content.equals(readFileSync(join(root, path)))) {
      throw new Error(`The record of ${path} is not all that was done to it`)
    }
  }
}

function originOf(server: ChildProcess): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (chunk) => {
      printed += chunk
      const line = /^{"event":"listening".*}$/m.exec(printed)
      if (line !== null) resolve((JSON.parse(line[0]) as Json).control_url.replace(/\/__mock$/, ''))
    })
    server.once('close', () => reject(new Error('The server did not start')))
  })
}

const callerOf =
  (origin: string): Caller =>
  async (method, path, body) => {
    const headers = { authorization: 'Bearer any', ...(body !== undefined && { 'content-type': 'application/json' }) }
    const response = await fetch(origin + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, text: await response.text() }
  }
