import { useCallback, useEffect, useState } from 'preact/hooks'
import { controlToken } from '../api/control-token.ts'
import { messageOf } from '../api/failure.ts'

/** What a page loads: a value once it is there, or why it is not. */
export interface Loaded<Value> {
  readonly value: Value | undefined
  readonly error: string | undefined
  /** Loads again, and keeps what is shown meanwhile. */
  readonly reload: () => void
}

/**
 * Loads what a page shows, and again when one of the keys changes.
 *
 * @param load Returns the value; the signal ends what nobody waits for any more.
 */
export function useLoaded<Value>(
  load: (signal: AbortSignal) => Promise<Value>,
  keys: readonly unknown[],
): Loaded<Value> {
  const [state, setState] = useState<{ value?: Value; error?: string }>({})
  const [round, setRound] = useState(0)
  useEffect(() => {
    const ended = new AbortController()
    load(ended.signal).then(
      (value) => !ended.signal.aborted && setState({ value }),
      (error: unknown) => !ended.signal.aborted && setState((before) => ({ ...before, error: messageOf(error) })),
    )
    return () => ended.abort()
    // What was refused for want of the token is loaded again with it.
  }, [...keys, round, controlToken.value])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { value: state.value, error: state.error, reload }
}
