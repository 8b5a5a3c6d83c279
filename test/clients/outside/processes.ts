import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Command } from './client.ts'

/** What a process printed until it ended. */
export interface Outcome {
  readonly code: number | null
  /** Both of its outputs. */
  readonly printed: string
  readonly seconds: number
}

/** Runs a command in a folder to its end, while the server of this process answers it. */
export async function run([file, ...args]: Command, cwd: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const start = performance.now()
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk))
  child.on('error', (error) => (printed += error.message))
  const [code] = await once(child, 'close')
  return { code, printed, seconds: (performance.now() - start) / 1000 }
}
