import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { errorCode } from '#db/error-code.ts'
import { UsageError } from './config.ts'

/** Bytes at the beginning of a file that identify its kind. */
const headBytes = 512

/** The kind of an output file. */
export interface OutputFileOptions {
  /** The name of the option that sets the path, for error messages. */
  readonly option: string
  /** Matches the beginning of every file of the kind, and of no other. */
  readonly pattern: RegExp
}

/**
 * A file that this server writes as a whole. It replaces an earlier file of its kind or an empty one, and never
 * anything else: other files, directories, devices and symbolic links stay as they are.
 */
export class OutputFile {
  readonly #path: string
  readonly #options: OutputFileOptions
  #written: string | undefined

  constructor(path: string, options: OutputFileOptions) {
    this.#path = path
    this.#options = options
  }

  /** Throws a UsageError where the file could not be written. Called before the server listens. */
  assertWritable(): void {
    try {
      this.#assertReplaceable()
      accessSync(dirname(this.#path), constants.W_OK)
    } catch (error) {
      throw new UsageError(
        error instanceof ForeignFileError
          ? error.message
          : this.#messageFor('there is no directory for it that can be written'),
      )
    }
  }

  /** Writes the file atomically: a reader finds all of it, and a failure leaves the earlier file. */
  write(text: string): void {
    const temporary = this.#writeTemporary(text)
    try {
      // Checked again, since the first check may be long ago.
      this.#assertReplaceable()
      renameSync(temporary, this.#path)
      this.#written = text
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
  }

  /** Removes the file of an earlier process. */
  clear(): void {
    this.assertWritable()
    rmSync(this.#path, { force: true })
  }

  /** Removes the file, unless its content is no longer the written one. */
  remove(): void {
    try {
      if (lstatSync(this.#path).isFile() && readFileSync(this.#path, 'utf8') === this.#written) rmSync(this.#path)
    } catch {
      // The file is already gone, or not accessible.
    }
  }

  #assertReplaceable(): void {
    const existing = lstatSync(this.#path, { throwIfNoEntry: false })
    if (existing === undefined) return
    if (existing.isSymbolicLink()) throw this.#foreign('it is a symbolic link; name the file itself')
    if (!existing.isFile()) throw this.#foreign('it is no regular file')
    if (existing.size > 0 && !this.#options.pattern.test(this.#head())) {
      throw this.#foreign('there is a file that this server has not written; it stays as it is')
    }
  }

  #head(): string {
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
    const file = openSync(this.#path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    try {
      const bytes = Buffer.alloc(headBytes)
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, headBytes, 0))
    } finally {
      closeSync(file)
    }
  }

  /** Writes a new file beside the path and returns its path. */
  #writeTemporary(text: string): string {
    for (let number = 1; ; number++) {
      const temporary = `${this.#path}.${process.pid}-${number}.new`
      try {
        const file = openSync(temporary, 'wx')
        try {
          writeFileSync(file, text)
          fsyncSync(file)
        } catch (error) {
          rmSync(temporary, { force: true })
          throw error
        } finally {
          closeSync(file)
        }
        return temporary
      } catch (error) {
        if (errorCode(error) !== 'EEXIST' || number > 100) throw error
      }
    }
  }

  #foreign(reason: string): ForeignFileError {
    return new ForeignFileError(this.#messageFor(reason))
  }

  #messageFor(reason: string): string {
    return `--${this.#options.option} ${this.#path}: ${reason}.`
  }
}

/** The path has a file that must not be replaced. */
class ForeignFileError extends Error {}
