import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import type { Description } from '#openapi/description.ts'
import { ScaffoldError } from './refused.ts'

/** Reads an OpenAPI 3 description, which is JSON or YAML. */
export function readDescription(path: string): Description {
  let document: unknown
  try {
    const text = readFileSync(path, 'utf8')
    document = path.endsWith('.json') ? JSON.parse(text) : load(text)
  } catch (error) {
    throw new ScaffoldError(`${path} cannot be read as a description: ${String(error)}`)
  }
  if (!isDescription(document)) throw new ScaffoldError(`${path} is no OpenAPI 3 description`)
  return document
}

const isDescription = (value: unknown): value is Description =>
  typeof value === 'object' &&
  value !== null &&
  'paths' in value &&
  'openapi' in value &&
  String(value.openapi).startsWith('3.')
