import { defaultWorld } from '../domain/world-name.ts'
import type { About } from './about.ts'
import { ControlError } from './control.ts'
import { type EventOptions, type WorldEvent, watchEvents } from './event-verbs.ts'
import { WorldContents } from './world-contents.ts'
import { bodyOfReset, type ResetOptions, type SeedOrFrom, type WorldOptions } from './world-source.ts'

/**
 * A world of a server, with data, time, faults, limits and a journal of its own. `await using` deletes it at the end of
 * the block, unless it is the default world.
 *
 * @example
 * await using world = await mock.fork()
 * const response = await world.fetch('/ad_accounts')
 * console.log((await response.json()).items.length)
 */
export class MockWorld extends WorldContents {
  /**
   * Returns another world of the same server. It is created from the seed on its first call; with `worlds: 'strict'` that
   * call is refused, unless `create` or `fork` has made the world.
   *
   * @example
   * const world = mock.world('checkout-test')
   */
  world(name: string): MockWorld {
    return new MockWorld(this.connection, name)
  }

  /**
   * Creates a world that is a copy of this one in its present state.
   *
   * @param options Its name, or all options. `name`: any free one when absent. `ttl`: the disuse after which the world is
   * deleted, in seconds or as text such as `10m`; never when absent.
   * @throws ControlError when the name is invalid or taken.
   * @example
   * const world = await mock.fork({ ttl: '10m' })
   * const named = await mock.fork('checkout-copy')
   */
  async fork(
    options: string | Omit<WorldOptions, 'from'> = {},
    more: Omit<WorldOptions, 'from'> = {},
  ): Promise<MockWorld> {
    return this.create(options, { ...more, from: { world: this.name } })
  }

  /**
   * Creates a world from a source; from the server's seed when `from` is absent.
   *
   * @param options Its name, or all options.
   * @throws ControlError when the name is invalid or taken, or the source does not exist.
   * @example
   * const world = await mock.create({ name: 'blank', from: { seed: 'empty' } })
   * const same = await mock.create('blank-too', { from: 'empty' })
   */
  async create(options: string | WorldOptions = {}, more: WorldOptions = {}): Promise<MockWorld> {
    return this.world((await this.worlds.create(options, more)).name)
  }

  /**
   * Deletes this world. The next call creates it anew from the seed.
   *
   * @throws ControlError when it does not exist.
   * @example
   * const world = await mock.fork()
   * await world.delete()
   */
  async delete(): Promise<void> {
    await this.worlds.delete(this.name)
  }

  /**
   * Resets every world of the server, whole or parts of it, and returns their names.
   *
   * @throws ControlError with the worlds that could not be reset.
   * @example
   * const names = await mock.resetAll()
   */
  async resetAll(from?: SeedOrFrom | ResetOptions, options?: ResetOptions): Promise<readonly string[]> {
    const body = bodyOfReset(from, options)
    return (await this.control<{ worlds: string[] }>('POST', '/reset?world=all', body)).worlds
  }

  /**
   * Returns the server's description of itself: its version, addresses, rules in force, worlds, and the room that they
   * take.
   *
   * @example
   * const { version, worlds } = await mock.about()
   */
  about(): Promise<About> {
    return this.control('GET', '/')
  }

  /**
   * Watches what happens in this world: calls as they end, and changes by test control. The iteration ends by `break`, by
   * a signal, and when the server closes; a connection that is lost is made again without losing what the journal has.
   *
   * @param options `match`: criteria for calls. `events`: the types that are watched. `after`: the id of an event, or `'0'`
   * for all calls that the journal still has.
   * @throws ControlError when the options are refused or too many watch.
   * @example
   * await mock.fetch('/ad_accounts')
   * for await (const event of mock.events({ after: '0', events: ['call'] })) {
   *   console.log(event.data)
   *   break
   * }
   */
  events(options: EventOptions = {}): AsyncGenerator<WorldEvent, void> {
    const { fetch, controlToken } = this.connection
    return watchEvents({ fetch, url: this.url, controlToken }, options)
  }

  /** Deletes this world, unless it is the default one or gone. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.name === defaultWorld) return
    await this.delete().catch((error: unknown) => {
      if (!(error instanceof ControlError && error.status === 404)) throw error
    })
  }
}
