import type { Parameter, Schema } from '#openapi/description.ts'
import { mark, markedDescription } from './mark.ts'
import { literal, propertyName } from './source.ts'
import type { ZodWriter } from './zod-text.ts'

const ofPages = ['page_size', 'bookmark']

/** Returns the fields of a list's query as source; those of pages are the same everywhere. */
export function queryText(query: readonly Parameter[], writer: ZodWriter, isActor = false): string {
  const shared = isActor ? [...ofPages, 'ad_account_id'] : ofPages
  const fields = query
    .filter(({ name }) => !shared.includes(name))
    .map((parameter) => (isOrder(parameter) ? 'order: Order,' : fieldText(parameter, writer)))
  const pages = query.some(({ name }) => name === 'bookmark') ? ['...pageQuery,'] : []
  return [...(isActor ? ['...actorQuery,'] : []), ...fields, ...pages].join('\n')
}

/** Tells whether a parameter is the order of a list. */
export const isOrder = ({ name, schema }: Parameter): boolean =>
  name === 'order' && (schema?.enum?.includes('DESCENDING') ?? false)

function fieldText({ name, required = false, schema = {} }: Parameter, writer: ZodWriter): string {
  const absent = schema.default === undefined ? '' : `, 'x-default': ${literal(schema.default)}`
  return `${propertyName(name)}: ${zodText(name, schema, required, writer)}.meta({ ${markedDescription(name)}${absent} }),`
}

function zodText(name: string, schema: Schema, isRequired: boolean, writer: ZodWriter): string {
  if (schema.items !== undefined) {
    const limits = literal({
      ...(schema.minItems !== undefined && { min: schema.minItems }),
      ...(schema.maxItems !== undefined && { max: schema.maxItems }),
    })
    return `${isRequired ? 'requiredListOf' : 'listOf'}(${writer.text(schema.items)}, ${limits})`
  }
  if (schema.type === 'boolean') return 'QueryBoolean'
  if (schema.type === 'integer') {
    const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER, default: otherwise } = schema
    const guess = otherwise === undefined ? ` /* ${mark} what it is when absent */` : ''
    return `queryInteger('${name}', { min: ${minimum}, max: ${maximum}, otherwise: ${otherwise ?? minimum}${guess} })`
  }
  return writer.property(schema, isRequired)
}
