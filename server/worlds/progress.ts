import { countRead, forgetReads, readsOf } from '#db/reads.ts'
import type { Lifecycle } from '../domain/time/lifecycle.ts'
import { type Transition, transitionedStart, transitionedState } from '../domain/time/transition.ts'
import type { World } from './world.ts'

/** The states that entities of one kind have reached in a world, by its clock or by its settings. */
export interface Progress {
  /** Unix seconds of the world's clock. */
  readonly now: number
  /** Returns the state of an entity whose lifecycle began at a second of the world's clock. */
  stateOf<State extends string>(lifecycle: Lifecycle<State>, start: number, id: string): State
}

/** Returns the states of a kind, for responses to writes and for whatever else is no read. */
export const progressOf = (world: World, kind: string): Progress => progress(world, kind, false)

/** Returns the states of a kind, for responses to reads: each state that it returns counts as a read of the entity. */
export const readProgressOf = (world: World, kind: string): Progress => progress(world, kind, true)

function progress(world: World, kind: string, isRead: boolean): Progress {
  const now = world.clock.seconds()
  const active = world.transitions[kind]
  const limit = active && readsFor(active.transition)
  return {
    now,
    stateOf(lifecycle, start, id) {
      if (active === undefined || limit === undefined) {
        return transitionedState(lifecycle, { start, now, reads: 0 }, active)
      }
      const before = readsOf(world.db, kind, id)
      // Reads beyond the last state are not stored: the responses to them can be cached.
      const isCounted = isRead && before < limit
      if (isCounted) world.write(() => countRead(world.db, kind, id))
      return transitionedState(lifecycle, { start, now, reads: before + (isCounted ? 1 : 0) }, active)
    },
  }
}

const readsFor = (transition: Transition): number | undefined =>
  typeof transition === 'object' && 'reads' in transition ? transition.reads : undefined

/** Begins an entity's lifecycle anew as far as reads are concerned. */
export function restartReads({ db, transitions }: World, kind: string, id: string): void {
  const active = transitions[kind]
  if (active !== undefined && readsFor(active.transition) !== undefined) forgetReads(db, kind, id)
}

/**
 * Returns the start, in Unix seconds, of an entity that a direct edit puts into a state now; undefined where its
 * lifecycle or the world's settings exclude the state.
 */
export function startFor<State extends string>(
  world: World,
  kind: string,
  lifecycle: Lifecycle<State>,
  { state, id }: { readonly state: State; readonly id: string },
): number | undefined {
  restartReads(world, kind, id)
  return transitionedStart(lifecycle, state, world.clock.seconds(), world.transitions[kind])
}
