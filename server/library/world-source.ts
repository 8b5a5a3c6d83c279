/**
 * The source that a world is copied from: a seed, a snapshot, or another world in its present state.
 *
 * @example
 * const from: From = { seed: 'empty' }
 * await mock.reset(from)
 */
export type From = { readonly seed: string } | { readonly snapshot: string } | { readonly world: string }

/** A source, or the name of a seed alone. */
export type SeedOrFrom = string | From

/** Returns the body of a reset to a source. */
export const bodyOfReset = (from?: SeedOrFrom): object => (from === undefined ? {} : { from: sourceOf(from) })

const sourceOf = (from: SeedOrFrom): From => (typeof from === 'string' ? { seed: from } : from)

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
  /** A source, or the name of a seed; the server's seed when absent. */
  readonly from?: SeedOrFrom
  /** The disuse after which the world is deleted, in seconds or as text such as `10m`; never when absent. */
  readonly ttl?: number | string
}

/** Returns the body that creates a world, of its name alone or with options. */
export const bodyOfWorld = (options: string | WorldOptions, more: WorldOptions = {}): object => {
  const { from, ...rest } = typeof options === 'string' ? { ...more, name: options } : { ...options, ...more }
  return { ...rest, ...bodyOfReset(from) }
}
