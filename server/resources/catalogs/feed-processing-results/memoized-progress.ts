import type { Progress } from '#server/worlds/progress.ts'

/** Returns a progress that looks at each entity once: what counts as a read counts once for a response. */
export function memoized({ now, stateOf }: Progress): Progress {
  const states = new Map<string, string>()
  return {
    now,
    stateOf<State extends string>(lifecycle: Parameters<typeof stateOf<State>>[0], start: number, id: string): State {
      const state = (states.get(id) as State | undefined) ?? stateOf(lifecycle, start, id)
      states.set(id, state)
      return state
    },
  }
}
