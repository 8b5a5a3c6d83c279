import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BareRoute } from './bare.ts'
import type { ResourceSettings } from './bare-resource.ts'
import type { StoredTexts } from './bare-sqlite.ts'
import type { SuiteTexts } from './bare-suite.ts'
import type { OurSettings } from './our-server.ts'
import type { ReadyRows } from './reporting/bare-group-by.ts'
import type { LargeSettings } from './reporting/large-server.ts'

/** A server in a process of its own. */
export interface Child {
  readonly process: ChildProcess
  readonly port: number
}

/** Our server, and the size of the image that its worlds are copies of. */
export interface OurChild extends Child {
  readonly imageBytes: number
}

/** Our server with an account that delivered for ninety days. */
export interface LargeChild extends Child {
  /** The world's present day, counted from 1970. */
  readonly today: number
  /** Where the longest time is read for which its event loop was blocked, in milliseconds of processor time. */
  readonly heldPort: number
}

const running = new Set<ChildProcess>()
const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/**
 * Starts our server from its sources.
 *
 * @param nodeOptions Options of its Node.js, such as `--cpu-prof`.
 */
export const startOurs = (settings: OurSettings, nodeOptions: readonly string[] = []): Promise<OurChild> =>
  ready<OurChild>(fork(pathOf('our-server.ts'), [JSON.stringify(settings)], { execArgv: [...nodeOptions] }))

/** Starts a bare Fastify server with one route. */
export const startBare = (route: BareRoute): Promise<Child> => startWith('bare.ts', route)

/** Starts a bare Fastify server that reads finished texts from SQLite. */
export const startBareSqlite = (texts: StoredTexts): Promise<Child> => startWith('bare-sqlite.ts', texts)

/** Starts a bare Fastify server with our campaigns. */
export const startBareResource = (settings: ResourceSettings): Promise<Child> => startWith('bare-resource.ts', settings)

/** Starts a bare Fastify server that does with SQLite what a suite of ours does. */
export const startBareSuite = (texts: SuiteTexts): Promise<Child> => startWith('bare-suite.ts', texts)

/** Starts our server with an account that delivered for ninety days. */
export const startLarge = (settings: LargeSettings): Promise<LargeChild> =>
  ready<LargeChild>(fork(pathOf('reporting/large-server.ts'), [JSON.stringify(settings)]))

/** Starts a bare Fastify server that sums rows of SQLite. */
export const startBareGroupBy = (rows: ReadyRows): Promise<Child> => startWith('reporting/bare-group-by.ts', rows)

/** Starts a server of the bench with these arguments. */
export const start = (file: string, args: readonly string[]): Promise<Child> => ready<Child>(fork(pathOf(file), args))

/** Runs a program that does not listen, and returns the message that it sends. */
export async function messageOf<Message>(file: string, args: readonly string[]): Promise<Message> {
  const child = fork(pathOf(file), args)
  const message = await first<Message>(child)
  await stop({ process: child })
  return message
}

/** Stops a process and waits for its exit. */
export async function stop({ process }: Pick<Child, 'process'>): Promise<void> {
  const gone = process.exitCode === null && process.signalCode === null ? once(process, 'exit') : undefined
  if (process.connected) process.disconnect()
  else process.kill('SIGKILL')
  await gone
  running.delete(process)
}

/** Registers a process to be killed when the bench ends early. */
export function watch(child: ChildProcess): void {
  running.add(child)
}

/** Kills the processes that are left when the bench ends early. */
export function stopAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Returns the resident memory of a process in MB. */
export const residentMegabytes = ({ process: { pid } }: Child): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024

function startWith(
  file: string,
  message: BareRoute | StoredTexts | ResourceSettings | SuiteTexts | ReadyRows,
): Promise<Child> {
  const child = fork(pathOf(file))
  child.send(message)
  return ready<Child>(child)
}

async function ready<Ready extends Child>(child: ChildProcess): Promise<Ready> {
  return { ...(await first<Ready>(child)), process: child }
}

async function first<Message>(child: ChildProcess): Promise<Message> {
  watch(child)
  return Promise.race([
    once(child, 'message').then(([message]) => message),
    once(child, 'exit').then(() => Promise.reject(new Error(`${child.spawnargs.join(' ')} ended too early`))),
  ])
}
