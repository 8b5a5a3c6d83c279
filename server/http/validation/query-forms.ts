import { z } from 'zod'
import { commaSeparated } from '#openapi/query-forms.ts'
import { unwrapped } from './ignored-fields.ts'

/**
 * Returns a sentence for each list in a query that was sent in another form than the documented one: with commas in
 * place of repeated, or the other way round. The server reads both; whether the real service does is not known.
 */
export function otherForms(query: string, schema: unknown): readonly string[] {
  const repeats = [...commaSeparated].filter((name) => isRepeated(query, name))
  const withCommas = /,|%2c/i.test(query) ? namesWithCommas(query) : none
  if (repeats.length + withCommas.length === 0) return none
  const isList = (name: string): boolean =>
    schema instanceof z.ZodObject &&
    Object.hasOwn(schema.shape, name) &&
    unwrapped(schema.shape[name]) instanceof z.ZodArray
  return [
    ...repeats
      .filter(isList)
      .map((name) => `The list '${name}' was sent repeatedly; documented is one value with commas: ${name}=A,B`),
    ...withCommas
      .filter((name) => !commaSeparated.has(name) && isList(name))
      .map(
        (name) => `The list '${name}' was sent with commas; documented is a repeated parameter: ${name}=A&${name}=B`,
      ),
  ]
}

const none: readonly string[] = []

function isRepeated(query: string, name: string): boolean {
  const text = `&${query}`
  const first = text.indexOf(`&${name}=`)
  return first !== -1 && first !== text.lastIndexOf(`&${name}=`)
}

const namesWithCommas = (query: string): readonly string[] => [
  ...new Set(
    query
      .split('&')
      .filter((pair) => /[^,]+(?:,|%2c)[^,]/i.test(pair.slice(pair.indexOf('=') + 1)))
      .map((pair) => pair.slice(0, pair.indexOf('='))),
  ),
]
