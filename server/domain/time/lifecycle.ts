/** The states of an asynchronous process, each with the seconds until it is reached: in order, the first at 0. */
export type Lifecycle<State extends string> = readonly [first: Step<State>, ...later: readonly Step<State>[]]

type Step<State> = readonly [after: number, state: State]

/** Returns the start of a process that has just reached a state; undefined for a state that it never reaches. */
export function startTimeOf<State extends string>(
  lifecycle: Lifecycle<State>,
  target: State,
  now: number,
): number | undefined {
  const step = lifecycle.find(([, state]) => state === target)
  return step && now - step[0]
}

/** Computes the state at a time of a process that started at another, both in Unix seconds. Nothing is scheduled. */
export function stateAt<State extends string>(lifecycle: Lifecycle<State>, since: number, now: number): State {
  let state = lifecycle[0][1]
  for (const [after, reached] of lifecycle) if (now - since >= after) state = reached
  return state
}
