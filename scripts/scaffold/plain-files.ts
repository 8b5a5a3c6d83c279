import type { Description } from '#openapi/description.ts'
import { flattened } from '#openapi/shape.ts'
import { functionOf } from './computed-files.ts'
import { answerOf, bodyOf } from './content.ts'
import { exampleOf } from './examples.ts'
import { mark, markedComment, markedDescription } from './mark.ts'
import { namesOf, singularOf } from './names.ts'
import { type PlainOperation, pathText } from './plain-plan.ts'
import { queryText } from './query-text.ts'
import { declaredText, fieldImports } from './schema-parts.ts'
import { literal, sourceFile } from './source.ts'
import { ZodWriter } from './zod-text.ts'

/** Returns `schema.ts` of operations of any shape: their paths, queries, bodies and answers. */
export function plainSchemaFile(description: Description, operations: readonly PlainOperation[]): string {
  const writer = new ZodWriter(
    description,
    operations.flatMap(({ type, path }) => [`${type}Body`, `${type}Answer`, path ?? '']),
  )
  const paths = new Set(operations.map((one) => pathText(one, writer)).filter((text) => text !== undefined))
  const parts = operations.flatMap((one) => [
    one.query.length > 0 &&
      `/** What ${one.operation.id} takes in its query. */
export const ${one.type}Query = z.object({\n${queryText(one.query, writer)}\n})${one.isComputed ? typeText(`${one.type}Query`) : ''}`,
    part(description, writer, one, 'Body'),
    part(description, writer, one, 'Answer'),
  ])
  return sourceFile([...declaredText(writer), ...paths, ...parts].filter(Boolean).join('\n\n'), fieldImports)
}

/** Returns the schema of a body or of an answer; undefined where the operation has none. */
function part(
  description: Description,
  writer: ZodWriter,
  { operation, type, isComputed }: PlainOperation,
  which: 'Body' | 'Answer',
): string | undefined {
  const schema = which === 'Body' ? bodyOf(description, operation) : answerOf(description, operation)
  if (schema === undefined) return undefined
  const flat = flattened(description, schema)
  const example = which === 'Body' ? `, example: ${literal(exampleOf(description, '', flat))}` : ''
  return `/** What ${operation.id} ${which === 'Body' ? 'takes' : 'answers'}. */
export const ${type}${which} = ${writer.text(flat)}.meta({ id: '${type}${which}', ${markedDescription('it')}${example} })${isComputed && which === 'Answer' ? typeText(`${type}Answer`) : ''}`
}

const typeText = (name: string): string => `\nexport type ${name} = z.output<typeof ${name}>`

/** Returns `routes.ts` of operations of any shape; those that are not computed answer 501 as before. */
export function plainRoutesFile(resource: string, operations: readonly PlainOperation[]): string {
  const { variable, many } = namesOf(resource, singularOf(resource))
  const text = `/** Adds the operations on ${many}. */
export function ${variable}Routes(app: Operations): void {
  ${operations.map(routeText).join('\n\n')}
}`
  const schemas = operations.flatMap(({ type, path }) => [`${type}Query`, `${type}Body`, `${type}Answer`, path ?? ''])
  return sourceFile(text, {
    '#server/domain/errors/api-errors.ts': ['ApiError'],
    '#server/http/responses/replies.ts': ['NoContent', 'sendJson'],
    '#server/http/schema/fields.ts': ['AdAccountPath'],
    '#server/plugins/operations.ts': ['type Operations'],
    '#server/resources/accounts/ad-accounts/service.ts': ['requireAdAccount'],
    './compute.ts': operations.map(functionOf),
    './schema.ts': [...new Set(schemas)].filter((name) => name !== '' && name !== 'AdAccountPath').toSorted(),
  })
}

function routeText(one: PlainOperation): string {
  const { operation, type, path, query, hasBody, status, hasAnswer } = one
  return `app.operation('${operation.id}', {
    summary: '${mark} a few words',
    description: '${mark} describe it in a sentence or two.',
    schema: {
      ${path === undefined ? '' : `params: ${path},`}
      ${query.length > 0 ? `querystring: ${type}Query,` : ''}
      ${hasBody ? `body: ${type}Body,` : ''}
      response: { ${status}: ${hasAnswer ? `${type}Answer` : 'NoContent'} },
    },
    ${one.isComputed ? computedHandler(one) : unwrittenHandler(one)}
  })`
}

const isOfAccount = ({ pathParameters }: PlainOperation): boolean =>
  pathParameters.some(({ name }) => name === 'ad_account_id')
const known = 'requireAdAccount(world, params.ad_account_id)'

function computedHandler(one: PlainOperation): string {
  const hasQuery = one.query.length > 0
  const parts = [...(isOfAccount(one) ? ['params', 'world'] : []), ...(hasQuery ? ['query'] : [])]
  return `handler: (${parts.length > 0 ? `{ ${parts.join(', ')} }` : '_request'}, reply) => {
      ${isOfAccount(one) ? known : ''}
      return sendJson(reply, JSON.stringify(${functionOf(one)}(${hasQuery ? 'query' : ''})))
    },`
}

const unwrittenHandler = (
  one: PlainOperation,
): string => `handler: (${isOfAccount(one) ? '{ params, world }' : ''}) => {
      ${isOfAccount(one) ? known : ''}
      ${markedComment('what it answers.')}
      throw new ApiError('request.not-built', { detail: '${one.operation.id}' })
    },`

/** Returns `resource.ts` of operations of any shape. */
export function plainResourceFile(
  resource: string,
  operations: readonly PlainOperation[],
  tags: readonly string[],
): string {
  const { variable, variables, many, Many } = namesOf(resource, singularOf(resource))
  const used = new Set(operations.map(({ operation }) => operation.operation.tags?.[0] ?? resource))
  const added = [...used].filter((tag) => !tags.includes(tag))
  const hasAccount = operations.some(({ operation }) => operation.path.includes('{ad_account_id}'))
  const others = operations.flatMap(({ pathParameters }) => pathParameters.map(({ name }) => name))
  const examples = [...new Set(others)].filter((name) => name !== 'ad_account_id')
  const text = `/** ${Many}. */
export const ${variables}: Resource = {
  name: '${resource}',
  parents: [${hasAccount ? 'adAccounts' : ''}],
  ${added.length > 0 ? `tags: { ${added.map((tag) => `${tag}: '${mark} describe ${many} in one sentence.'`).join(', ')} },` : ''}
  ${examples.length > 0 ? markedComment(`ids or examples, so that ${examples.join(', ')} can be called.`) : ''}
  operations: { ${operations.map(({ operation }) => `'${operation.id}': {}`).join(', ')} },
  routes: async () => (await import('./routes.ts')).${variable}Routes,
}`
  return sourceFile(text, {
    '#server/contracts/resource.ts': ['type Resource'],
    '#server/resources/accounts/ad-accounts/resource.ts': ['adAccounts'],
  })
}
