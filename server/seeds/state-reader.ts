import { StateError, stateFormat } from '#db/export.ts'
import { StateImport } from '#db/state-import.ts'
import type { StateTable } from '#db/state-tables.ts'
import { JsonReader, type Reading } from '../http/parsing/json-reader.ts'
import { JsonError } from '../http/parsing/json-scan.ts'
import { checkRow } from './state-check.ts'
import { isRow, type Row, type Sequences, sequencesOf, versionOf } from './state-members.ts'

/** Characters of a row. The body of a request to the API may have half of them. */
const maxRow = 2 * 2 ** 20
/** Characters of each member beside the tables. */
const maxMember = 2 ** 16
/** Characters of a state of an earlier version, whose tables are migrated without a pause. */
const maxEarlierVersion = 2 * 2 ** 20
/** Characters of rows that precede the version, which has to be known before they are stored. */
const maxBuffered = 4 * 2 ** 20

const earlierVersionTooLong = `version: is an earlier one, of which up to ${maxEarlierVersion} characters are taken while a server runs; start one with --seed FILE`

/** A row that precedes the state's version. */
interface BufferedRow {
  readonly name: string
  readonly index: number
  readonly row: Row
}

/**
 * Imports the JSON of a state as it arrives, and stores each row as soon as it is complete. Reading ends at the first
 * mistake.
 */
export class StateReader {
  readonly #reader = new JsonReader()
  readonly #reading: Reading<Buffer>
  readonly #buffered: BufferedRow[] = []
  #length = 0
  #bufferedLength = 0
  #sequences: Sequences | undefined
  #import: StateImport | undefined

  constructor() {
    this.#reading = this.#read()
  }

  /** Whether the reader needs another chunk to go on. */
  get isHungry(): boolean {
    return this.#reader.isHungry
  }

  /** Appends a chunk. */
  add(piece: string): void {
    this.#length += piece.length
    this.#reader.add(piece)
  }

  /** Marks the end of the input. */
  end(): void {
    this.#reader.end()
  }

  /**
   * Runs one short step, and returns the image after the last one.
   *
   * @throws StateError
   */
  step(): Buffer | undefined {
    try {
      const { done, value } = this.#reading.next()
      return done ? value : undefined
    } catch (error) {
      throw error instanceof JsonError ? new StateError(error.message) : error
    }
  }

  /** Releases the database. */
  close(): void {
    this.#import?.close()
  }

  *#read(): Reading<Buffer> {
    const reader = this.#reader
    const seen = new Set<string>()
    const parts: Readonly<Record<string, () => Reading<void>>> = {
      format: () => this.#format(),
      version: () => this.#version(),
      sequences: () => this.#readSequences(),
      tables: () => reader.members((name) => this.#rows(name)),
    }
    yield* reader.members(function* (name) {
      const part = Object.hasOwn(parts, name) ? parts[name] : undefined
      if (part === undefined) throw new StateError(`${name}: there is no such field, but ${Object.keys(parts)}`)
      if (seen.has(name)) throw new StateError(`${name}: is there twice`)
      seen.add(name)
      yield* part()
    })
    yield* reader.last()
    for (const name of Object.keys(parts)) if (!seen.has(name)) throw new StateError(`${name}: is required`)
    const stateImport = this.#import as StateImport
    stateImport.sequences(this.#sequences ?? {})
    return yield* stateImport.image()
  }

  *#format(): Reading<void> {
    const format = yield* this.#reader.value(maxMember)
    if (format !== stateFormat) throw new StateError(`format: is not ${JSON.stringify(stateFormat)}`)
  }

  *#version(): Reading<void> {
    this.#import = new StateImport(versionOf(yield* this.#reader.value(maxMember)))
    for (const { name, index, row } of this.#buffered.splice(0)) {
      this.#import.row(this.#import.table(name), index, row)
      yield
    }
  }

  *#readSequences(): Reading<void> {
    this.#sequences = sequencesOf(yield* this.#reader.value(maxMember))
  }

  *#rows(name: string): Reading<void> {
    const stateImport = this.#import
    const table: StateTable | undefined = stateImport?.table(name)
    const reader = this.#reader
    const buffer = (row: BufferedRow): void => this.#buffer(row)
    const refuseLongEarlierVersion = (): void => {
      if (this.#length <= maxEarlierVersion || !stateImport?.isEarlier) return
      throw new StateError(earlierVersionTooLong)
    }
    yield* reader.items(function* (index) {
      const row = yield* reader.value(maxRow)
      if (!isRow(row)) throw new StateError(`tables.${name}[${index}]: is not an object`)
      if (stateImport !== undefined && table !== undefined) stateImport.row(table, index, row)
      else buffer({ name, index, row })
      checkRow(name, index, row)
      refuseLongEarlierVersion()
      yield
    })
  }

  #buffer(buffered: BufferedRow): void {
    this.#bufferedLength += JSON.stringify(buffered.row).length
    if (this.#bufferedLength > maxBuffered)
      throw new StateError('version: must stand before the tables of so large a state')
    this.#buffered.push(buffered)
  }
}
