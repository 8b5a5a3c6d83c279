import { constants } from 'node:os'

/**
 * Runs work that SIGINT and SIGTERM interrupt by aborting its signal. A second one ends the process at once.
 *
 * @example
 * await abortOnSignals((signal) => pull({ ...options, signal }))
 */
export async function abortOnSignals<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController()
  const interrupt = (signal: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(128 + constants.signals[signal])
    controller.abort()
  }
  const replaced = (['SIGINT', 'SIGTERM'] as const).map((signal) => {
    const before = process.listeners(signal)
    // In this order: without any listener in between, a pending signal would be lost.
    process.on(signal, interrupt)
    for (const listener of before) process.off(signal, listener)
    return () => {
      for (const listener of before) process.on(signal, listener)
      process.off(signal, interrupt)
    }
  })
  try {
    return await work(controller.signal)
  } finally {
    for (const restore of replaced) restore()
  }
}
