import { z } from 'zod'
import { StateError } from '#db/export.ts'

const Version = z.int().min(1)
const Sequences = z.record(z.string(), z.int().min(0))

/** The last number of each sequence of ids. */
export type Sequences = z.output<typeof Sequences>

/** A row of a table, by its columns. */
export type Row = Readonly<Record<string, unknown>>

/** Returns whether a value can be a row. */
export const isRow = (value: unknown): value is Row =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/**
 * Returns the version of a state.
 *
 * @throws StateError
 */
export const versionOf = (value: unknown): number => checked(Version, 'version', value)

/**
 * Returns the sequences of a state.
 *
 * @throws StateError
 */
export const sequencesOf = (value: unknown): Sequences => checked(Sequences, 'sequences', value)

function checked<Schema extends z.ZodType>(schema: Schema, place: string, value: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  const [issue] = error.issues
  const where = [place, ...(issue?.path ?? []).map(String)].join('.')
  throw new StateError(`${where}: ${issue?.message ?? 'is wrong'}`)
}
