import { z } from 'zod'
import { bytes } from './parse.ts'

/** How an option is read and documented. */
export interface Option {
  /** The schema of the value. */
  readonly schema: z.ZodType
  /** One line for `--help`. */
  readonly meaning: string
  /** The value's name in `--help`; absent for a switch. */
  readonly value?: string
  /** Parses the text of a flag or an environment variable. */
  readonly read?: (text: string) => unknown
}

/** Returns the definition of an option, with the type of its schema. */
export const option = <Schema extends z.ZodType>(
  definition: Option & { schema: Schema },
): Option & { schema: Schema } => definition

/** Returns the schema of a size that accepts a number of bytes, or a text such as 64M. */
export const inBytes = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((input) => (typeof input === 'string' ? bytes(input) : input), schema)

/** A size in bytes. */
export const size = z
  .int({ error: ({ code }) => (code === 'invalid_type' ? 'Allowed: bytes, or 64K, 64M, 1G' : undefined) })
  .min(1)
