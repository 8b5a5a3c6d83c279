import { recheckAfter } from './size-account.ts'
import type { DatabaseStorage } from './storage.ts'

/** Checks before a write that the file of a database is still there, once in a moment at most. */
export class PresenceCheck {
  readonly #storage: DatabaseStorage
  /** The time until which the file is taken to be there, by the clock of the process. */
  #validUntil = 0

  constructor(storage: DatabaseStorage) {
    this.#storage = storage
  }

  /** Throws when the file has been removed. */
  assert(): void {
    if (this.#storage.assertPresent === undefined || performance.now() < this.#validUntil) return
    this.#storage.assertPresent()
    this.#validUntil = performance.now() + recheckAfter
  }
}
