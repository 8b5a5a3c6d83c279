/**
 * The source that a world is copied from: a seed, a snapshot, or another world in its present state.
 *
 * @example
 * const from: From = { seed: 'empty' }
 * await mock.reset(from)
 */
export type From = { readonly seed: string } | { readonly snapshot: string } | { readonly world: string }

/**
 * How a world is created.
 *
 * @example
 * const options: WorldOptions = { name: 'checkout-test', from: { seed: 'empty' }, ttl: 60 }
 * await mock.create(options)
 */
export interface WorldOptions {
  /** Any free name when absent. */
  readonly name?: string
  /** The server's seed when absent. */
  readonly from?: From
  /** The disuse after which the world is deleted, in seconds or as text such as `10m`; never when absent. */
  readonly ttl?: number | string
}
