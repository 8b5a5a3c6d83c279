import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { programArguments } from '#test/support/built.ts'

/** A server in a process of its own. */
export interface Served {
  readonly url: string
  readonly end: () => Promise<void>
}

const start = (args: readonly string[], stdout: 'pipe' | 'ignore'): ChildProcess => {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env
  const env = {
    ...{ PATH, PINTEREST_ACCESS_TOKEN: 'the-token-of-the-measurement' },
    ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }),
  }
  return spawn(process.execPath, [...programArguments(), ...args], { env, stdio: ['ignore', stdout, 'inherit'] })
}

/** Starts the real program with a seed. */
export async function served(seed: string): Promise<Served> {
  const child = start(['--port', '0', '--seed', seed], 'pipe')
  let printed = ''
  for await (const chunk of child.stdout ?? []) {
    printed += chunk
    if (printed.includes('\n')) break
  }
  const end = async (): Promise<void> => {
    const closed = once(child, 'close')
    child.kill()
    await closed
  }
  return { url: JSON.parse(printed.split('\n')[0] ?? '').base_url, end }
}

/** Runs the real command `pull`, and returns the most memory that its process had, in MB. */
export async function pulledBy(args: readonly string[]): Promise<number> {
  const child = start(['pull', ...args], 'ignore')
  const closed = once(child, 'close')
  let peak = 0
  let isOver = false
  void closed.then(() => {
    isOver = true
  })
  while (!isOver) {
    peak = Math.max(peak, peakOf(child.pid))
    await Promise.race([closed, delay(5)])
  }
  if (child.exitCode !== 0) throw new Error(`pull ended with ${child.exitCode}`)
  return peak
}

/** Returns the most memory that a process had so far, in MB; 0 of one that has ended. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1000
  } catch {
    return 0
  }
}
