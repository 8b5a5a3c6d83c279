import { type Lifecycle, startTimeOf, stateAt } from './lifecycle.ts'

/**
 * How the entities of a kind come to the last state of their lifecycle: at once, never, after some seconds of the
 * world's clock, or with the read of that number. States in between come in proportion.
 */
export type Transition = 'immediate' | 'never' | { readonly after: number } | { readonly reads: number }

/** A transition that a world has been set to. */
export interface ActiveTransition {
  readonly transition: Transition
  /**
   * When the kind was first set to another transition than its own, in Unix seconds. What had come to its last state by
   * then stays there.
   */
  readonly since: number
}

/** Returns the transitions that are active from now on, each with the time of the first one of its kind. */
export const activeTransitions = (
  transitions: Readonly<Record<string, Transition | undefined>>,
  before: Readonly<Record<string, ActiveTransition>>,
  now: number,
): Readonly<Record<string, ActiveTransition>> =>
  Object.fromEntries(
    Object.entries(transitions).flatMap(([kind, transition]) =>
      transition === undefined ? [] : [[kind, { transition, since: before[kind]?.since ?? now }]],
    ),
  )

/** An entity's way through its lifecycle. */
export interface Course {
  /** When it began, in Unix seconds. */
  readonly start: number
  readonly now: number
  /** How often the entity has been read since. */
  readonly reads: number
}

/** Returns the state of an entity; by the lifecycle's own times where no transition is active. */
export function transitionedState<State extends string>(
  lifecycle: Lifecycle<State>,
  course: Course,
  active: ActiveTransition | undefined,
): State {
  const { start, now } = course
  const duration = durationOf(lifecycle)
  if (active === undefined || start + duration <= active.since) return stateAt(lifecycle, start, now)
  return stateAt(lifecycle, 0, elapsed(active.transition, duration, course))
}

/**
 * Returns the start of an entity that is in a state now and has not been read; undefined where a transition or the
 * lifecycle excludes the state.
 */
export function transitionedStart<State extends string>(
  lifecycle: Lifecycle<State>,
  target: State,
  now: number,
  active: ActiveTransition | undefined,
): number | undefined {
  const usual = startTimeOf(lifecycle, target, now)
  if (usual === undefined || active === undefined) return usual
  const ended = active.since - durationOf(lifecycle)
  return [usual, ended].find((start) => transitionedState(lifecycle, { start, now, reads: 0 }, active) === target)
}

/**
 * Returns when an entity that is in the last state of its lifecycle came to it, in Unix seconds: now for one that does by
 * reads.
 */
export function transitionedEnd(
  lifecycle: Lifecycle<string>,
  start: number,
  now: number,
  active: ActiveTransition | undefined,
): number {
  const usual = start + durationOf(lifecycle)
  if (active === undefined || usual <= active.since) return Math.min(usual, now)
  const { transition } = active
  if (transition === 'immediate') return start
  return typeof transition === 'object' && 'after' in transition ? Math.min(start + transition.after, now) : now
}

const durationOf = (lifecycle: Lifecycle<string>): number => lifecycle.at(-1)?.[0] ?? 0

/** Returns how many seconds of a lifecycle have passed, as if it went by its own times. */
function elapsed(transition: Transition, duration: number, { start, now, reads }: Course): number {
  if (transition === 'immediate') return duration
  if (transition === 'never') return Math.min(now - start, duration - 1)
  const progress = 'after' in transition ? (now - start) / transition.after : reads / transition.reads
  return progress * duration
}
