import { z } from 'zod'
import { StateError, stateFormat } from '#db/export.ts'
import { StateImport } from '#db/state-import.ts'
import type { StateTable } from '#db/state-tables.ts'
import { JsonError, JsonReader, type Reading } from '../http/parsing/json-reader.ts'
import { checkRow } from './state-check.ts'

/** Letters of a row: a body of the API has half of them. */
const mostOfRow = 2 * 2 ** 20
/** Letters of what stands beside the tables. */
const mostBeside = 2 ** 16
/** Letters of a state of an earlier version, whose tables are brought up to date in one piece each. */
const mostOfEarlier = 2 * 2 ** 20
/** Letters of rows that are kept when they come before the version, which says what their tables are. */
const mostBefore = 4 * 2 ** 20

const Version = z.int().min(1)
const Sequences = z.record(z.string(), z.int().min(0))

type Row = Readonly<Record<string, unknown>>

const tooLongOfEarlier = `version: is an earlier one, of which up to ${mostOfEarlier} characters are taken while a server runs; start one with --seed FILE`

/** A row that has come before the state has said which version it has. */
interface Early {
  readonly name: string
  readonly index: number
  readonly row: Row
}

/**
 * Reads the JSON of a state as it comes, and puts each row into a database when it has come. The first that is wrong ends
 * it: what follows is not looked at.
 */
export class StateReader {
  readonly #reader = new JsonReader()
  readonly #reading: Reading<Buffer>
  readonly #early: Early[] = []
  #letters = 0
  #earlyLetters = 0
  #sequences: z.output<typeof Sequences> | undefined
  #into: StateImport | undefined

  constructor() {
    this.#reading = this.#read()
  }

  /** Whether nothing goes on before a further piece comes. */
  get isHungry(): boolean {
    return this.#reader.isHungry
  }

  /** Adds a piece. */
  add(piece: string): void {
    this.#letters += piece.length
    this.#reader.add(piece)
  }

  /** Says that no piece will follow. */
  end(): void {
    this.#reader.end()
  }

  /**
   * Goes on for a small step, and gives the image when there is one.
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

  /** Lets go of what was read. */
  close(): void {
    this.#into?.close()
  }

  *#read(): Reading<Buffer> {
    const reader = this.#reader
    const known = new Set<string>()
    const parts: Readonly<Record<string, () => Reading<void>>> = {
      format: () => this.#format(),
      version: () => this.#version(),
      sequences: () => this.#readSequences(),
      tables: () => reader.members((name) => this.#rows(name)),
    }
    yield* reader.members(function* (name) {
      const part = Object.hasOwn(parts, name) ? parts[name] : undefined
      if (part === undefined) throw new StateError(`${name}: there is no such field, but ${Object.keys(parts)}`)
      if (known.has(name)) throw new StateError(`${name}: is there twice`)
      known.add(name)
      yield* part()
    })
    yield* reader.last()
    for (const name of Object.keys(parts)) if (!known.has(name)) throw new StateError(`${name}: is required`)
    const into = this.#into as StateImport
    into.sequences(this.#sequences ?? {})
    return yield* into.image()
  }

  *#format(): Reading<void> {
    const format = yield* this.#reader.value(mostBeside)
    if (format !== stateFormat) throw new StateError(`format: is not ${JSON.stringify(stateFormat)}`)
  }

  *#version(): Reading<void> {
    this.#into = new StateImport(checked(Version, 'version', yield* this.#reader.value(mostBeside)))
    for (const { name, index, row } of this.#early.splice(0)) {
      this.#into.row(this.#into.table(name), index, row)
      yield
    }
  }

  *#readSequences(): Reading<void> {
    this.#sequences = checked(Sequences, 'sequences', yield* this.#reader.value(mostBeside))
  }

  *#rows(name: string): Reading<void> {
    const into = this.#into
    const table: StateTable | undefined = into?.table(name)
    const reader = this.#reader
    const keep = (row: Early): void => this.#keep(row)
    const refuseLongOfEarlier = (): void => {
      if (this.#letters <= mostOfEarlier || !into?.isEarlier) return
      throw new StateError(tooLongOfEarlier)
    }
    yield* reader.items(function* (index) {
      const row = yield* reader.value(mostOfRow)
      if (!isRow(row)) throw new StateError(`tables.${name}[${index}]: is not an object`)
      if (into !== undefined && table !== undefined) into.row(table, index, row)
      else keep({ name, index, row })
      checkRow(name, index, row)
      refuseLongOfEarlier()
      yield
    })
  }

  #keep(early: Early): void {
    this.#earlyLetters += JSON.stringify(early.row).length
    if (this.#earlyLetters > mostBefore)
      throw new StateError('version: must stand before the tables of so large a state')
    this.#early.push(early)
  }
}

const isRow = (value: unknown): value is Row => value !== null && typeof value === 'object' && !Array.isArray(value)

function checked<Schema extends z.ZodType>(schema: Schema, place: string, value: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  const [issue] = error.issues
  const where = [place, ...(issue?.path ?? []).map(String)].join('.')
  throw new StateError(`${where}: ${issue?.message ?? 'is wrong'}`)
}
