import type { Test } from 'tap'
import { type Mock, type MockOptions, mock } from '#test/support/mock.ts'

/** Calls of one world after which it is put to rest, and after which the server is ended and started again. */
const often = { rest: 7, restart: 29 }

/** A server with a data directory that is ended and started again between calls, and what became of it. */
export interface Restarting {
  readonly server: Mock
  readonly calls: () => number
  readonly rests: () => number
  readonly restarts: () => number
}

/**
 * A server in a directory. Before some calls of a world, which are the same for every world, the world is put to rest or
 * the server is started anew: so is a sequence of calls always the same, and can be made shorter.
 */
export async function restarting(t: Test, options: MockOptions & { readonly dataDir: string }): Promise<Restarting> {
  let ends: (() => unknown)[] = []
  // What is to be done at the end of the test is done at the end of the server.
  const lasting = new Proxy(t, {
    get: (test, name) => (name === 'teardown' ? (end: () => unknown) => void ends.push(end) : Reflect.get(test, name)),
  })
  // One world may be open: another that is called puts it to rest.
  const start = (): Promise<Mock> => mock(lasting, { ...options, mostOpen: 1 })
  const end = async (): Promise<void> => {
    const before = ends
    ends = []
    for (const one of before) await one()
  }
  t.teardown(end)
  let current = await start()
  const counts = new Map<string, number>()
  let [calls, rests, restarts] = [0, 0, 0]
  const call: Mock['call'] = async (...sent) => {
    const world = /^\/w\/([^/]+)\//.exec(sent[1])?.[1] ?? ''
    const count = (counts.get(world) ?? 0) + 1
    if (world !== '') counts.set(world, count)
    calls++
    if (count % often.restart === 0) {
      restarts++
      await end()
      current = await start()
    } else if (count % often.rest === 0) {
      rests++
      await current.call('GET', '/v5/ad_accounts')
    }
    return current.call(...sent)
  }
  const server: Mock = {
    ...current,
    call,
    get worlds() {
      return current.worlds
    },
  }
  return { server, calls: () => calls, rests: () => rests, restarts: () => restarts }
}
