// Writes described-types.json: for each recorded key path, the types that the official description gives it.
// Run when recordings are added: node test/recorded/describe.ts PATH-TO-OFFICIAL-DESCRIPTION
import { readFileSync, writeFileSync } from 'node:fs'
import { type Content, type Description, operationsIn, resolved, type Schema } from '#openapi/description.ts'
import { recordings } from '#scripts/openapi/recordings.ts'
import type { Described } from './compare.ts'
import { below } from './shape.ts'

interface OpenSchema extends Schema {
  readonly anyOf?: readonly Schema[]
}

/** The types at every key path that a schema describes. */
function describedTypes(description: Description, schema: Schema): Described {
  const found = new Map<string, Set<string>>()
  collect(schema, '', 0)
  return Object.fromEntries([...found].map(([path, types]) => [path, [...types].sort()]))

  function collect(within: Schema, path: string, depth: number): void {
    const one: OpenSchema = resolved(description, within)
    if (depth > 12) return
    for (const part of [...(one.allOf ?? []), ...(one.oneOf ?? []), ...(one.anyOf ?? [])])
      collect(part, path, depth + 1)
    const types = found.get(path) ?? new Set()
    found.set(path, types)
    if (one.type !== undefined) types.add(one.type)
    if (one.nullable) types.add('null')
    for (const [key, part] of Object.entries(one.properties ?? {})) collect(part, below(path, key), depth + 1)
    if (one.items !== undefined) collect(one.items, `${path}[]`, depth + 1)
    if (typeof one.additionalProperties === 'object') collect(one.additionalProperties, below(path, '*'), depth + 1)
  }
}

/** Whether the description says more than the recording: that something may be null, or what it is when it is not. */
const tells = (described: readonly string[] = [], recorded: readonly string[] = []): boolean =>
  described.length > 0 && (described.includes('null') || recorded.every((type) => type === 'null'))

const [, , path = ''] = process.argv
const description: Description = JSON.parse(readFileSync(path, 'utf8'))
const official = operationsIn(description)
const table: Record<string, Described> = {}
for (const { operation, answer, statuses } of recordings) {
  const response = official.get(operation)?.operation.responses[String(statuses[0])]
  const placed = official.get(operation)?.operation.responses[201]
  const content = resolved<Content>(description, response ?? placed ?? {}).content?.['application/json']
  const types = describedTypes(description, content?.schema ?? {})
  const recorded = Object.keys(answer).filter((key) => tells(types[key], answer[key]))
  if (recorded.length > 0) table[operation] = Object.fromEntries(recorded.map((key) => [key, types[key] ?? []]))
}
writeFileSync(new URL('described-types.json', import.meta.url), `${JSON.stringify(table, undefined, 2)}\n`)
