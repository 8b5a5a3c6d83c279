import { type Count, type CountedCall, RateLimiter } from '../domain/rate-limit/limiter.ts'
import type { World } from '../worlds/world.ts'

/** The rate limits of worlds, each of which counts its own calls. */
export class RateLimits {
  readonly #limiters = new WeakMap<World, RateLimiter>()

  /** Counts a call to a world; undefined when no limit applies. A call that does not pass has changed nothing yet. */
  count(world: World, call: CountedCall): Count | undefined {
    return this.#limiterOf(world).count(call, world.clock.milliseconds())
  }

  #limiterOf(world: World): RateLimiter {
    const limiter = this.#limiters.get(world)
    if (limiter?.setting === world.limits) return limiter
    const newLimiter = new RateLimiter(world.limits)
    this.#limiters.set(world, newLimiter)
    return newLimiter
  }
}

/** Returns the response headers about a count, as the real service has them. */
export const limitHeaders = ({ policy, left, reset }: Count) => ({
  'x-ratelimit-limit': policy,
  'x-ratelimit-remaining': String(left),
  'x-ratelimit-reset': String(Math.ceil(reset / 1000)),
})

/** The names of those headers. */
export const limitHeaderNames = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'] as const
