import fc from '#test/support/fast-check.ts'
import type { Worlds } from './worlds.ts'

/** Worlds and snapshots whose content is copied at once. */
export interface Model {
  readonly worlds: Map<string, readonly string[]>
  readonly snapshots: Map<string, readonly string[]>
}

/** One act on worlds and on their model. */
export type Act = (model: Model, worlds: Worlds, number: number) => void

const world = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const snapshot = fc.constantFrom('one', 'two')
const idsOf = ({ worlds }: Model, name: string): readonly string[] => worlds.get(name) ?? []

const act = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(world, fc.boolean()).map(([name, isLarge]) => write(name, isLarge)) },
  { weight: 4, arbitrary: fc.tuple(world, world).map(([from, to]) => fork(from, to)) },
  { weight: 2, arbitrary: fc.tuple(world, snapshot).map(([name, kept]) => save(name, kept)) },
  { weight: 2, arbitrary: fc.tuple(snapshot, world).map(([kept, name]) => restore(kept, name)) },
  { weight: 1, arbitrary: world.map(fail) },
  { weight: 1, arbitrary: world.map(reset) },
  { weight: 1, arbitrary: world.map(remove) },
  { weight: 1, arbitrary: world.map(suspend) },
  { weight: 1, arbitrary: world.map(take) },
  { weight: 1, arbitrary: snapshot.map(forget) },
)

/** Sequences of acts. */
export const sequences: fc.Arbitrary<readonly Act[]> = fc.array(act, { minLength: 5, maxLength: 40 })

function write(name: string, isLarge: boolean): Act {
  return (model, worlds, number) => {
    worlds.write(name, `id-${number}`, isLarge)
    model.worlds.set(name, [...idsOf(model, name), `id-${number}`])
  }
}

function fork(from: string, to: string): Act {
  return (model, worlds) => {
    worlds.fork(from, to)
    model.worlds.set(to, idsOf(model, from))
  }
}

function save(name: string, kept: string): Act {
  return (model, worlds) => {
    worlds.save(name, kept)
    model.snapshots.set(kept, idsOf(model, name))
  }
}

function restore(kept: string, name: string): Act {
  return (model, worlds) => {
    worlds.restore(kept, name)
    const ids = model.snapshots.get(kept)
    if (ids !== undefined) model.worlds.set(name, ids)
  }
}

function fail(name: string): Act {
  return (_model, worlds, number) => worlds.fail(name, `id-${number}`)
}

function reset(name: string): Act {
  return (model, worlds) => {
    worlds.pool.reset(name)
    model.worlds.set(name, [])
  }
}

function remove(name: string): Act {
  return (model, worlds) => {
    worlds.pool.remove(name)
    model.worlds.delete(name)
  }
}

function suspend(name: string): Act {
  return (_model, worlds) => {
    if (worlds.pool.has(name)) worlds.pool.get(name).suspend()
  }
}

/** Takes an image, as an export does, and throws it away. */
function take(name: string): Act {
  return (_model, worlds) => void (worlds.pool.has(name) && worlds.pool.get(name).image())
}

function forget(kept: string): Act {
  return (model, worlds) => {
    worlds.snapshots.remove(kept)
    model.snapshots.delete(kept)
  }
}
