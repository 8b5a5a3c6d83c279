import t, { type Test } from 'tap'
import type { IncrementalTask } from '#db/incremental-task.ts'
import { storeSetting } from '#db/settings.ts'
import { readInSteps } from '#server/worlds/read-in-steps.ts'
import type { World } from '#server/worlds/world.ts'
import { mock } from '#test/support/mock.ts'

const stepCount = 4

/** Milliseconds of a step, after which other work has its turn. */
const stepMilliseconds = 6

/** A read that takes long, and the numbers of its steps as they are taken. */
function longRead(): { readonly steps: () => IncrementalTask<string>; readonly taken: readonly number[] } {
  const taken: number[] = []
  function* steps(): IncrementalTask<string> {
    for (let step = 1; step <= stepCount; step++) {
      for (const end = performance.now() + stepMilliseconds; performance.now() < end; );
      taken.push(step)
      yield
    }
    return 'read'
  }
  return { steps, taken }
}

async function createdWorld(t: Test): Promise<World> {
  const world = (await mock(t)).worlds.world('default')
  world.write(() => storeSetting(world.db, 'test', 0))
  return world
}

t.test('other work has its turn between the steps of a long read', async (t) => {
  const { steps, taken } = longRead()
  const reading = readInSteps(await createdWorld(t), steps)
  const seen = await new Promise((resolve) => setImmediate(() => resolve(taken.length)))
  t.ok(Number(seen) < stepCount)
  t.equal(await reading, 'read')
  t.strictSame(taken, [1, 2, 3, 4])
})

t.test('a read begins anew without a break when something is written meanwhile', async (t) => {
  const world = await createdWorld(t)
  const { steps, taken } = longRead()
  const reading = readInSteps(world, steps)
  setImmediate(() => world.write(() => storeSetting(world.db, 'test', 1)))
  t.equal(await reading, 'read')
  t.strictSame(taken.slice(-stepCount), [1, 2, 3, 4])
  t.ok(taken.length > stepCount && taken.length < 2 * stepCount, String(taken))
})
