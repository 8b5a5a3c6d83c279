/** What is no database of this server, or not a whole one: refused, and left as it was. */
export class UnusableDatabaseError extends Error {
  readonly code: string = 'UNUSABLE_STATE'

  /** @param reason In words that follow a name. */
  constructor(reason: string, name?: string) {
    super(name === undefined ? reason : `${name}: ${reason}`)
  }

  /** The same, of a file or a snapshot by its name. */
  named(name: string): UnusableDatabaseError {
    return new UnusableDatabaseError(this.message, name)
  }
}

/** A state that was written by a newer version of this server. */
export class NewerDatabaseError extends UnusableDatabaseError {
  override readonly code = 'NEWER_STATE'
  readonly #versions: readonly [number, number]

  constructor(found: number, known: number, name?: string) {
    super(`the state has version ${found}, and this server knows versions up to ${known}`, name)
    this.#versions = [found, known]
  }

  override named(name: string): NewerDatabaseError {
    return new NewerDatabaseError(...this.#versions, name)
  }
}

const broken = /^SQLITE_(CORRUPT|NOTADB)/

/** What SQLite says of a file that is broken, or none of its own, as such; any other error as it is. */
export function asUnusable(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && broken.test(String(error.code)))) return error
  return new UnusableDatabaseError(
    error.code === 'SQLITE_NOTADB' ? 'it is no database' : `it is broken: ${error.message}`,
  )
}
