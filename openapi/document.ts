import { isInputSchema, withUniqueSchemas } from './components.ts'
import {
  type Content,
  type DescribedOperation,
  type Description,
  type Parameter,
  type Reference,
  resolved,
  type Schema,
} from './description.ts'
import type { sharedResponses } from './frame.ts'
import { withNames } from './naming/index.ts'
import { type Operation, operationOf } from './operations.ts'
import { commaSeparated } from './query-forms.ts'
import { mapValues, tidyInput, tidyOutput } from './tidy-schema.ts'

/** The options of the completed document. */
export interface CompletionOptions {
  /** Values of path parameters, by name, that work on a freshly started server. */
  readonly examples: Readonly<Record<string, string>>
}

/**
 * Completes the generated document: adds the errors that operations share and examples of path parameters, and gives
 * each schema a name of its own.
 */
export function completeDocument(generated: Description, { examples }: CompletionOptions): Description {
  const { components = {}, ...rest } = generated
  const schemas = mapValues(components.schemas ?? {}, (schema, name) =>
    isInputSchema(name) ? tidyInput(schema) : tidyOutput(schema),
  )
  const tidied = { ...rest, components: { ...components, schemas } }
  const paths = mapValues(rest.paths, (item) => mapValues(item, complete))
  return withNames(withUniqueSchemas({ ...tidied, paths }))

  function complete(generatedOperation: DescribedOperation): DescribedOperation {
    const operation = operationOf(generatedOperation.operationId ?? '')
    const parameters = (generatedOperation.parameters ?? []) as readonly Parameter[]
    return {
      ...generatedOperation,
      ...(generatedOperation.requestBody && { requestBody: tidyContent(generatedOperation.requestBody, tidyInput) }),
      ...(parameters.length > 0 && { parameters: inOrder(parameters).map(tidyParameter) }),
      security: [
        ...(operation.security.basic === undefined ? [{ any_token: [] }] : []),
        ...(generatedOperation.security ?? []),
      ],
      responses: { ...refusalsOf(operation), ...mapValues(generatedOperation.responses, described) },
      'x-ratelimit-category': operation.rate_category,
      'x-sandbox': operation.sandbox ? 'enabled' : 'disabled',
    }
  }

  function tidyParameter({ schema: own = {}, ...parameter }: Parameter): Parameter {
    const schema = tidyInput(own)
    const { type, oneOf } = resolved(tidied, schema)
    const isList = parameter.in === 'query' && type === 'array'
    const isObject = parameter.in === 'query' && (type === 'object' || oneOf !== undefined)
    const example = parameter.in === 'path' ? (schema.example ?? examples[parameter.name]) : undefined
    return {
      ...parameter,
      ...(isList && { style: 'form', explode: !commaSeparated.has(parameter.name) }),
      ...(isObject && { style: 'deepObject', explode: true }),
      schema,
      ...(example !== undefined && { example }),
    }
  }

  function described(response: Content | Reference): Content {
    const content = tidyContent(response, tidyOutput)
    const [{ schema }] = [...Object.values(content.content ?? {}), {}] as [{ schema?: object }]
    const { description } = schema === undefined ? {} : (resolved(tidied, schema) as { description?: string })
    return { ...content, description: description ?? (schema === undefined ? 'Success. No content.' : 'Success.') }
  }
}

function tidyContent(source: Content | Reference, tidy: (schema: Schema) => Schema): Content {
  const { content = {}, ...rest } = source as Content
  return { ...rest, content: mapValues(content, (media) => ({ ...media, schema: tidy(media.schema ?? {}) })) }
}

/** Sorts the parameters of paths before those of queries. */
const inOrder = (parameters: readonly Parameter[]): readonly Parameter[] => [
  ...parameters.filter((parameter) => parameter.in === 'path'),
  ...parameters.filter((parameter) => parameter.in !== 'path'),
]

type SharedResponse = keyof typeof sharedResponses

function refusalsOf({ path }: Operation): Readonly<Record<string, Reference>> {
  const names = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name)
  const refusals: Readonly<Record<string, SharedResponse | undefined>> = {
    400: 'BadRequest',
    401: 'Unauthorized',
    403: names.includes('ad_account_id') ? 'Forbidden' : undefined,
    404: names.some((name) => name !== 'ad_account_id') ? 'NotFound' : undefined,
    429: 'TooManyRequests',
    default: 'Unexpected',
  }
  const answered = Object.entries(refusals).filter(([, name]) => name !== undefined)
  return Object.fromEntries(answered.map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]))
}
