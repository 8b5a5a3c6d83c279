import { errorCode } from './error-code.ts'

/** Thrown for a file that is not a database of this server, or a broken one. The file is not changed. */
export class UnusableDatabaseError extends Error {
  readonly code: string = 'UNUSABLE_STATE'

  /** @param reason Words that follow a name. */
  constructor(reason: string, name?: string) {
    super(name === undefined ? reason : `${name}: ${reason}`)
  }

  /** Returns the same error with the name of the file or snapshot. */
  named(name: string): UnusableDatabaseError {
    return new UnusableDatabaseError(this.message, name)
  }
}

/** Thrown for a database that a newer version of this server has written. */
export class NewerDatabaseError extends UnusableDatabaseError {
  override readonly code = 'NEWER_STATE'
  readonly #versions: readonly [number, number]

  constructor(found: number, newest: number, name?: string) {
    super(`the state has version ${found}, and this server knows versions up to ${newest}`, name)
    this.#versions = [found, newest]
  }

  override named(name: string): NewerDatabaseError {
    return new NewerDatabaseError(...this.#versions, name)
  }
}

const broken = /^SQLITE_(CORRUPT|NOTADB)/

/** Converts SQLite's errors about broken or foreign files; returns any other error as it is. */
export function toUnusableError(error: unknown): unknown {
  const code = errorCode(error) ?? ''
  if (!broken.test(code)) return error
  return new UnusableDatabaseError(
    code === 'SQLITE_NOTADB'
      ? 'it is no database'
      : `it is broken: ${(error as { readonly message?: string }).message}`,
  )
}
