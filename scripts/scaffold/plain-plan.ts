import type { Description, Parameter } from '#openapi/description.ts'
import { flattened } from '#openapi/shape.ts'
import { answerOf, bodyOf, parametersOf } from './content.ts'
import { pascalCase } from './names.ts'
import { type NamedOperation, operationsNamed, type Selection } from './operations-of.ts'
import type { ZodWriter } from './zod-text.ts'

/** An operation of which only the schemas can be written. */
export interface PlainOperation {
  readonly operation: NamedOperation
  /** How its schemas begin: `AdsCreditRedeem`. */
  readonly type: string
  /** The name of the schema of its path; undefined where its path has no parameters. */
  readonly path: string | undefined
  readonly pathParameters: readonly Parameter[]
  readonly query: readonly Parameter[]
  readonly hasBody: boolean
  readonly status: string
  readonly hasAnswer: boolean
  /** Whether it only reads, by nothing but the query and perhaps the ad account: a function answers it. */
  readonly isComputed: boolean
}

/** Returns the operations of a resource, whatever they do. */
export const plainOperations = (description: Description, selection: Selection): readonly PlainOperation[] =>
  operationsNamed(description, selection).map((operation) => plainOperation(description, operation))

function plainOperation(description: Description, operation: NamedOperation): PlainOperation {
  const parameters = parametersOf(description, operation)
  const pathParameters = parameters.filter(({ in: place }) => place === 'path')
  const hasAnswer = answerOf(description, operation) !== undefined
  return {
    operation,
    type: pascalCase(operation.id.replaceAll(/\W/g, '_')),
    path: pathOf(pathParameters),
    pathParameters,
    query: parameters.filter(({ in: place }) => place === 'query'),
    hasBody: bodyOf(description, operation) !== undefined,
    status: Object.keys(operation.operation.responses).find((status) => status.startsWith('2')) ?? '200',
    hasAnswer,
    isComputed:
      hasAnswer &&
      operation.method === 'GET' &&
      pathParameters.every(({ name }) => name === 'ad_account_id') &&
      parameters.every(({ required, schema = {} }) => !required || flattened(description, schema).type !== 'object'),
  }
}

/** Returns the name of the schema of a path by what stands in it: `AdAccountPath`, `CatalogPath`. */
function pathOf(parameters: readonly Parameter[]): string | undefined {
  const own = parameters.filter(({ name }) => name !== 'ad_account_id')
  if (parameters.length === 0) return undefined
  return own.length === 0
    ? 'AdAccountPath'
    : `${own.map(({ name }) => pascalCase(name.replace(/_id$/, ''))).join('')}Path`
}

/** Returns the source of the schema of a path; undefined where there is a shared one. */
export function pathText({ path, pathParameters }: PlainOperation, writer: ZodWriter): string | undefined {
  if (path === undefined || path === 'AdAccountPath') return undefined
  const own = pathParameters.filter(({ name }) => name !== 'ad_account_id')
  const fields = own.map(
    ({ name, schema }) => `${name}: ${writer.text(schema ?? {})}.meta({ description: '${wordsOf(name)}.' }),`,
  )
  const start = own.length < pathParameters.length ? 'AdAccountPath.extend' : 'z.object'
  return `/** What stands in a path: ${own.map(({ name }) => name).join(', ')}. */
export const ${path} = ${start}({\n${fields.join('\n')}\n})`
}

const wordsOf = (name: string): string => {
  const words = name.replaceAll('_', ' ').replace(/ id$/, ' ID')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
