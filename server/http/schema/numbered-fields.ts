import type { z } from 'zod'

/** Returns the fields of a schema that have a number at the end of their name: `custom_label_0` and so on. */
export const numberedFields = <Value extends z.ZodType>(
  name: string,
  count: number,
  value: Value,
): Record<string, Value> => Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}_${index}`, value]))
