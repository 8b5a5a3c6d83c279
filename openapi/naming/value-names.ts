import type { Description, Schema } from '../description.ts'
import { rewriteSchemas } from './schema-places.ts'

/**
 * Names the values of enumerations in which two differ by signs or by the case of letters alone, such as `Etc/GMT+1` and
 * `Etc/GMT-1`: constants of generated clients are made of letters and digits, and the two would be one. Null, which is
 * the last, gets no name: generators leave it out of the values.
 */
export const withNamedValues = (description: Description): Description =>
  rewriteSchemas(description, (schema) => {
    const values = (schema.enum ?? []).filter((value) => value !== null).map(String)
    const plain = values.map(lettersOf)
    if (new Set(plain).size === plain.length) return schema
    const names = values.map((value, index) => {
      const isAlone = plain.filter((name) => name === plain[index]).length === 1
      return isAlone || value !== value.toLowerCase() ? constantOf(value) : `LOWERCASE_${constantOf(value)}`
    })
    return { ...schema, 'x-enum-varnames': names } satisfies Schema
  })

/** `Etc/GMT+1` becomes `ETC_GMT_PLUS_1`. */
const constantOf = (value: string): string =>
  value
    .replace(/(?<=[A-Z])\+(?=\d)/, '_plus_')
    .replace(/(?<=[A-Z])-(?=\d)/, '_minus_')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')

/** Returns what most generators make a constant of. */
const lettersOf = (value: string): string => value.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')
