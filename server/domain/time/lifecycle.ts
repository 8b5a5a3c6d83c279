/** The states of something asynchronous, each with the seconds after which it is reached: in order, the first at 0. */
export type Lifecycle<State extends string> = readonly [first: Step<State>, ...later: readonly Step<State>[]]

type Step<State> = readonly [after: number, state: State]

/** When something began that has just reached a state; undefined where it never does. */
export function beganFor<State extends string>(
  lifecycle: Lifecycle<State>,
  wanted: State,
  now: number,
): number | undefined {
  const step = lifecycle.find(([, state]) => state === wanted)
  return step && now - step[0]
}

/** The state at a moment of what began at another, both in Unix seconds. Nothing is scheduled: it is computed. */
export function stateAt<State extends string>(lifecycle: Lifecycle<State>, since: number, now: number): State {
  let state = lifecycle[0][1]
  for (const [after, reached] of lifecycle) if (now - since >= after) state = reached
  return state
}
