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
import { UsageError } from './config.ts'

/** How much of a file tells what it is. */
const beginningBytes = 512

/** What a file is for. */
export interface OutputFileOptions {
  /** The option that names it, for who is told that it cannot be used. */
  readonly option: string
  /** How each of them begins, and no other file does. */
  readonly beginning: RegExp
}

/**
 * A file that this server writes as a whole. It takes the place of an earlier one of its kind or of an empty file, and of
 * nothing else: not of another file, a directory, a device or a symbolic link, which stay as they are.
 */
export class OutputFile {
  readonly #path: string
  readonly #options: OutputFileOptions
  #written: string | undefined

  constructor(path: string, options: OutputFileOptions) {
    this.#path = path
    this.#options = options
  }

  /** Throws a UsageError where it could not be written: to be asked before the server listens, not after. */
  assertWritable(): void {
    try {
      this.#demandOurs()
      accessSync(dirname(this.#path), constants.W_OK)
    } catch (error) {
      throw new UsageError(
        error instanceof NotOurs ? error.message : this.#told('there is no directory for it that can be written'),
      )
    }
  }

  /** Writes it beside and renames it: a reader finds all of it, and a failure leaves what was there. */
  write(text: string): void {
    const beside = this.#writeBeside(text)
    try {
      // Once more: it is long ago that somebody looked.
      this.#demandOurs()
      renameSync(beside, this.#path)
      this.#written = text
    } catch (error) {
      rmSync(beside, { force: true })
      throw error
    }
  }

  /** Takes away what another process has left of the kind. */
  clear(): void {
    this.assertWritable()
    rmSync(this.#path, { force: true })
  }

  /** Takes it away, unless it is no longer what was written here. */
  remove(): void {
    try {
      if (lstatSync(this.#path).isFile() && readFileSync(this.#path, 'utf8') === this.#written) rmSync(this.#path)
    } catch {
      // It is gone, or nobody may touch it.
    }
  }

  #demandOurs(): void {
    const found = lstatSync(this.#path, { throwIfNoEntry: false })
    if (found === undefined) return
    if (found.isSymbolicLink()) throw this.#notOurs('it is a symbolic link; name the file itself')
    if (!found.isFile()) throw this.#notOurs('it is no regular file')
    if (found.size > 0 && !this.#options.beginning.test(this.#beginning())) {
      throw this.#notOurs('there is a file that this server has not written; it stays as it is')
    }
  }

  #beginning(): string {
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
    const file = openSync(this.#path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    try {
      const bytes = Buffer.alloc(beginningBytes)
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, beginningBytes, 0))
    } finally {
      closeSync(file)
    }
  }

  /** Gives the path of a file that was not there before. */
  #writeBeside(text: string): string {
    for (let number = 1; ; number++) {
      const beside = `${this.#path}.${process.pid}-${number}.new`
      try {
        const file = openSync(beside, 'wx')
        try {
          writeFileSync(file, text)
          fsyncSync(file)
        } catch (error) {
          rmSync(beside, { force: true })
          throw error
        } finally {
          closeSync(file)
        }
        return beside
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST') || number > 100) throw error
      }
    }
  }

  #notOurs(reason: string): NotOurs {
    return new NotOurs(this.#told(reason))
  }

  #told(reason: string): string {
    return `--${this.#options.option} ${this.#path}: ${reason}.`
  }
}

/** What stands in the file's place is not to be replaced. */
class NotOurs extends Error {}
