import { committedDocument } from '#openapi/committed.ts'
import type { JsonSchema } from './tool.ts'

/**
 * Returns a function that returns an object of test control as JSON Schema, without references: clients pass tools on to
 * models as they are.
 */
export async function controlSchemas(): Promise<(name: string) => JsonSchema> {
  const { components: { schemas = {} } = {} } = await committedDocument('control.json')
  const resolved = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(resolved)
    if (part === null || typeof part !== 'object') return part
    if ('$ref' in part) return resolved(schemas[String(part.$ref).split('/').at(-1) ?? ''])
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, resolved(value)]))
  }
  return (name) => {
    const schema = schemas[name]
    if (schema === undefined) throw new Error(`Test control has no object ${name}`)
    return resolved(schema) as JsonSchema
  }
}
