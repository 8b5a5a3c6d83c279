import { Clock } from '../domain/time/clock.ts'

const machine = new Clock()
/** Milliseconds between two states that are shown: on a terminal in one line, elsewhere a line each. */
const [onTerminal, elsewhere] = [200, 5000]

/** Shows on standard error how far a command is. */
export class ProgressLine {
  readonly #output: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>
  #shownAt = machine.milliseconds()
  #isOpen = false

  constructor(output: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stderr) {
    this.#output = output
  }

  /** Shows a state in place of the one before, unless that was shown just now. */
  show(text: () => string): void {
    const now = machine.milliseconds()
    if (now - this.#shownAt < (this.#output.isTTY ? onTerminal : elsewhere)) return
    this.#shownAt = now
    this.#output.write(this.#output.isTTY ? `\r\u001b[K${text()}` : `${text()}\n`)
    this.#isOpen = Boolean(this.#output.isTTY)
  }

  /** Writes a line that stays. */
  note(text: string): void {
    this.end()
    this.#output.write(`${text}\n`)
  }

  /** Ends the line of the last state. */
  end(): void {
    if (this.#isOpen) this.#output.write('\n')
    this.#isOpen = false
  }
}
