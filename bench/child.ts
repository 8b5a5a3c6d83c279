import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BareRoute } from './bare.ts'

/** A server in a process of its own. */
export interface Child {
  readonly process: ChildProcess
  readonly port: number
}

/** Our server, and the size of the image that its worlds are copies of. */
export interface OurChild extends Child {
  readonly imageBytes: number
}

const running = new Set<ChildProcess>()
const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/**
 * Our server with that many campaigns in every world, or with the small seed; and with a journal of that many entries,
 * or of as many as it has when nothing is said.
 */
export const startOurs = (campaigns?: number, journal?: number): Promise<OurChild> =>
  ready<OurChild>(fork(pathOf('ours.ts'), [campaigns, journal].flatMap((figure) => figure ?? []).map(String)))

/** A bare Fastify server with one route. */
export function startBare(route: BareRoute): Promise<Child> {
  const process = fork(pathOf('bare.ts'))
  process.send(route)
  return ready<Child>(process)
}

/** Starts a program that prints its address when it listens, as a user would. */
export async function startProgram(file: string, args: readonly string[] = []): Promise<Child> {
  const { PATH } = process.env
  const child = spawn(process.execPath, [pathOf(file), ...args], {
    env: { PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  let printed = ''
  for await (const text of child.stdout.setEncoding('utf8')) {
    printed += text
    const port = /"base_url":"http:\/\/127\.0\.0\.1:(\d+)/.exec(printed)?.[1]
    if (port !== undefined) return { process: child, port: Number(port) }
  }
  throw new Error(`${file} ended before it listened: ${printed}`)
}

/** Ends the process, and waits until it is gone. */
export async function stop({ process }: Child): Promise<void> {
  const gone = process.exitCode === null && process.signalCode === null ? once(process, 'exit') : undefined
  if (process.connected) process.disconnect()
  else process.kill()
  await gone
  running.delete(process)
}

/** Ends whatever is left when the bench is broken off. */
export function stopAll(): void {
  for (const child of running) child.kill()
}

/** The processor time that a server of ours or a bare one has used since it began, in seconds. */
export async function processorSeconds({ process }: Child): Promise<number> {
  const answered = once(process, 'message')
  process.send('usage')
  const { user, system }: NodeJS.CpuUsage = (await answered)[0]
  return (user + system) / 1e6
}

/** The memory that the process holds, in MB. */
export const residentMegabytes = ({ process: { pid } }: Child): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024

async function ready<Ready extends Omit<Child, 'process'>>(child: ChildProcess): Promise<Ready> {
  running.add(child)
  const message = await Promise.race([
    once(child, 'message').then(([first]) => first),
    once(child, 'exit').then(() => Promise.reject(new Error(`${child.spawnfile} ended before it listened`))),
  ])
  return { ...message, process: child }
}
