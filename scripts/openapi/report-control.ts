import {
  type Content,
  type DescribedOperation,
  type Description,
  operationsIn,
  type Parameter,
  type PlacedOperation,
  resolved,
} from '#openapi/description.ts'
import { type AnySchema, fieldsTable, objectParts, typeText } from './report-schema.ts'
import { generated, groupedBy, table } from './report-text.ts'

interface ControlDescription extends Description {
  readonly tags?: readonly { readonly name: string; readonly description: string }[]
}

/** Every call of test control on one page, from the document that a server gives at `/__mock/openapi.json`. */
export function controlPage(document: ControlDescription): string {
  const calls = groupedBy([...operationsIn(document).values()], ({ operation }) => operation.tags?.[0] ?? '')
  const objects = Object.entries(document.components?.schemas ?? {}) as [string, AnySchema][]
  return `${[
    '# Test control',
    `Every call of the mock's own API under \`/__mock\`. ${generated}`,
    "A call works on the default world, or on the world of the URL: `/w/{name}/__mock/…`. A running server shows the same at `/__mock/docs`, and as OpenAPI at `/__mock/openapi.json`. Bodies are JSON. Whatever is refused has the API's envelope, `code` and `message`, and names its rule in `x-mock-rules`; the rules are [on a page of their own](rules.md#protocol). Who may call test control is said in [Direct edits and test control](../guides/direct-edits.md#who-may-call-test-control).",
    table(
      ['Group', 'What it is for'],
      (document.tags ?? []).map(({ name, description }) => [`[${name}](#${name})`, description]),
    ),
    ...(document.tags ?? []).flatMap(({ name }) => [
      `## ${name}`,
      ...(calls.get(name) ?? []).flatMap((call) => callParts(call, document)),
    ]),
    '## Objects',
    ...objects.flatMap(([name, schema]) => [`### ${name}`, ...objectParts(schema)]),
  ].join('\n\n')}\n`
}

function callParts({ method, path, operation }: PlacedOperation, document: Description): readonly string[] {
  const { summary = '', description = '', parameters = [] } = operation
  const body = bodyOf(operation, document)
  const sent = parameters.map((parameter) => resolved<Parameter>(document, parameter))
  return [
    `### ${summary}`,
    `\`${method} ${path}\`${body === undefined ? '' : `, with a body: ${typeText(body)}`}. ${answersText(operation, document)}`,
    description,
    ...(sent.length > 0 ? [fieldsTable(asFields(sent))] : []),
  ]
}

const bodyOf = ({ requestBody }: DescribedOperation, document: Description): AnySchema | undefined =>
  requestBody && schemaOf(resolved<Content>(document, requestBody))

const schemaOf = ({ content = {} }: Content): AnySchema | undefined =>
  Object.values(content)[0]?.schema as AnySchema | undefined

function answersText({ responses }: DescribedOperation, document: Description): string {
  const answers = Object.entries(responses).map(([status, response]) => {
    const schema = schemaOf(resolved<Content>(document, response))
    return `${status}${schema === undefined ? '' : `: ${typeText(schema)}`}`
  })
  return `Answers ${answers.join('; ')}.`
}

/** Parameters as fields of an object, so that both have one table. */
const asFields = (parameters: readonly Parameter[]): AnySchema => ({
  required: parameters.filter(({ required }) => required).map(({ name }) => name),
  properties: Object.fromEntries(
    parameters.map(({ name, schema = {}, description }) => [
      name,
      { ...(schema as AnySchema), ...(description !== undefined && { description }) },
    ]),
  ),
})
