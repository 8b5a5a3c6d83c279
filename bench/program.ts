import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { type Child, stop, watch } from './child.ts'
import { bytesOf, type Call, Connection } from './connection.ts'

/** A server started by a command, as a user would. */
export interface Program {
  readonly command: string
  /** Its arguments for a port. */
  readonly args: (port: number) => readonly string[]
  readonly folder?: string
  readonly environment?: Readonly<Record<string, string>>
}

const answerTimeout = 60_000
const pause = 2

/** Starts a program, and polls until it answers a call with success. */
export async function launch({ command, args, folder, environment }: Program, call: Call): Promise<Child> {
  const port = await freePort()
  const { PATH = '', HOME = '' } = process.env
  const spawned = spawn(command, args(port), {
    cwd: folder,
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  watch(spawned)
  let complaint = ''
  spawned.stderr.setEncoding('utf8').on('data', (text) => {
    complaint = (complaint + text).slice(-2000)
  })
  const failed = once(spawned, 'exit').then(() => {
    throw new Error(`${command} ${args(port).join(' ')} ended before it answered: ${complaint}`)
  })
  const child = { process: spawned, port }
  await Promise.race([answered(child, call), failed])
  failed.catch(() => {})
  return child
}

/** Returns the milliseconds from the start of a program to its first answer. */
export async function timeToFirstAnswer(program: Program, call: Call): Promise<number> {
  const begin = performance.now()
  const child = await launch(program, call)
  const milliseconds = performance.now() - begin
  await stop(child)
  return milliseconds
}

async function answered({ port }: Child, call: Call): Promise<void> {
  const request = bytesOf(call)
  const end = performance.now() + answerTimeout
  for (;;) {
    try {
      const connection = await Connection.open(port)
      await connection.call(request).finally(() => connection.close())
      return
    } catch (error) {
      if (performance.now() > end) throw error
      await setTimeout(pause)
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
