import { createInterface } from 'node:readline/promises'
import { type ProbeEnd, probeCommand } from '../target/probe/command.ts'
import { abortOnSignals } from './abort-on-signals.ts'
import { exitCodes } from './exit-codes.ts'
import { print } from './output.ts'
import { ProgressLine } from './progress-line.ts'

/** Runs `probe` at this terminal, and returns the exit code. SIGINT and SIGTERM let it put away what it made. */
export async function runProbeCommand(argv: readonly string[]): Promise<number> {
  const line = new ProgressLine()
  const { isTTY } = process.stderr
  const end = await abortOnSignals(async (signal) => {
    signal.addEventListener('abort', () => line.note('Stopping: what was made is put away. A second signal leaves it.'))
    const ask = process.stdin.isTTY && isTTY ? confirmed(signal) : undefined
    // What a log has no use for is shown to people alone.
    const progress = (text: string): void => (isTTY ? line.show(() => text) : undefined)
    const note = (text: string): void => line.note(text)
    return probeCommand(argv, { environment: process.env, print, note, progress, ask, signal })
  })
  line.end()
  return codes[end]
}

const codes: Readonly<Record<ProbeEnd, number>> = {
  ok: exitCodes.ok,
  differences: exitCodes.verification,
  failure: exitCodes.failure,
}

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
