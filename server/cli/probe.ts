import { createInterface } from 'node:readline/promises'
import { type ProbeEnd, probeCommand } from '../target/probe/command.ts'
import { exitCodes } from './exit-codes.ts'
import { print } from './output.ts'

/** Runs `probe` at this terminal, and returns the exit code. SIGINT and SIGTERM let it put away what it made; a second one ends it. */
export async function runProbeCommand(argv: readonly string[]): Promise<number> {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.failure)
    note('Stopping: what was made is put away. A second signal leaves it; probe clean finds it.')
    controller.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  // A reader such as `head` closes the pipe when it has read enough; what was made is still put away.
  process.stdout.on('error', () => controller.abort())
  const ask = process.stdin.isTTY && process.stderr.isTTY ? confirmed(controller.signal) : undefined
  try {
    return codes[await probeCommand(argv, { environment: process.env, print, note, ask, signal: controller.signal })]
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
  }
}

const codes: Readonly<Record<ProbeEnd, number>> = {
  ok: exitCodes.ok,
  differences: exitCodes.verification,
  failure: exitCodes.failure,
}

const note = (text: string): void => void process.stderr.write(`${text}\n`)

const confirmed =
  (signal: AbortSignal) =>
  async (question: string): Promise<boolean> => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr })
    try {
      return /^y(es)?$/i.test((await terminal.question(`${question} (y/N) `, { signal })).trim())
    } finally {
      terminal.close()
    }
  }
