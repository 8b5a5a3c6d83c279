import type { Journal } from './journal.ts'

/** Until when something is waited for. */
export interface Patience {
  readonly milliseconds: number
  /** Any of them ends the waiting: the server closes, or who asked has gone. */
  readonly signals: readonly AbortSignal[]
}

/** Waits until something is so that only a request can bring about. Whether it is so, at once when nothing can change. */
export function becomesTrue(
  journal: Journal,
  isSo: () => boolean,
  { milliseconds, signals }: Patience,
): Promise<boolean> {
  return new Promise((resolve) => {
    if (isSo() || signals.some(({ aborted }) => aborted)) return resolve(isSo())
    const over = (): void => {
      clearTimeout(timer)
      stop()
      for (const signal of signals) signal.removeEventListener('abort', over)
      resolve(isSo())
    }
    const timer = setTimeout(over, milliseconds)
    const stop = journal.listen(() => {
      if (journal.isClosed || isSo()) over()
    })
    for (const signal of signals) signal.addEventListener('abort', over)
  })
}
