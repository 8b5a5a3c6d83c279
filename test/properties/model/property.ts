import { holdToChecks } from '#test/support/checks.ts'
import fc from '#test/support/fast-check.ts'
import type { Mock } from '#test/support/mock.ts'
import type { Call } from './calls/call.ts'
import { sequence } from './calls/calls.ts'
import { runCalls } from './run-calls.ts'
import { testWorlds } from './test-world.ts'

/** That the server and the model agree on a sequence of calls, whichever it is; each is made in a world of its own. */
export async function agreement(server: Mock): Promise<fc.IAsyncProperty<[readonly Call[]]>> {
  const testWorld = await testWorlds(server)
  let worlds = 0
  return fc.asyncProperty(sequence, async (calls) => {
    const name = `world-${++worlds}`
    const world = await testWorld(name)
    try {
      await runCalls(world, calls)
      holdToChecks(server.worlds.world(name).db)
    } finally {
      await server.call('DELETE', `/__mock/worlds/${name}`)
    }
  })
}
