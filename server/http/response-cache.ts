import type { WorldVersion } from '../worlds/world-version.ts'
import type { CachedResponse } from './cached-response.ts'
import type { RepeatedRead } from './repeated-read.ts'

/** Cache budget over all worlds, in characters of keys and bodies. The whole cache is dropped when it is exceeded. */
const budget = 2 ** 24

/** Weight of a response beside its texts, and of a repeated read beside its answer's bytes, in characters. */
const [baseWeight, readWeight] = [256, 4096]

/**
 * What reads were answered while their worlds had a version. Nothing has to be removed when a world changes, since its
 * versions do not come back.
 */
export class ResponseCache {
  #responses = new WeakMap<WorldVersion, Map<string, CachedResponse>>()
  /** The last one of each URL as it is sent. */
  readonly #repeated = new Map<string, RepeatedRead>()
  #weight = 0

  /** Returns the response of a version by its key. */
  find(version: WorldVersion, key: string): CachedResponse | undefined {
    return this.#responses.get(version)?.get(key)
  }

  /** Keeps a response. */
  keep(key: string, response: CachedResponse): void {
    this.#add(key.length + response.text.length + baseWeight)
    const ofVersion = this.#responses.get(response.version) ?? new Map<string, CachedResponse>()
    this.#responses.set(response.version, ofVersion.set(key, response))
  }

  /** Returns the read that was repeated at a URL last. */
  repeated(url: string): RepeatedRead | undefined {
    return this.#repeated.get(url)
  }

  /** Keeps a read that was repeated. */
  keepRepeated(read: RepeatedRead): void {
    this.#add(weightOf(read) - weightOf(this.#repeated.get(read.url)))
    this.#repeated.set(read.url, read)
  }

  #add(weight: number): void {
    this.#weight += weight
    if (this.#weight <= budget) return
    this.#responses = new WeakMap()
    this.#repeated.clear()
    this.#weight = weight
  }
}

/** Returns the weight of a repeated read; its text is that of a response, and takes no further room. */
const weightOf = (read?: RepeatedRead): number =>
  read === undefined ? 0 : readWeight + (typeof read.payload === 'string' ? 0 : read.payload.length)
