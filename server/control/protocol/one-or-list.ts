import { z } from 'zod'

/** Returns the schema of one value, or of a list of at least one. */
export const oneOrList = <Schema extends z.ZodType>(one: Schema, most: number) =>
  z.union([one, z.array(one).min(1).max(most)])
