import { readFileSync } from 'node:fs'
import { type Facts, type Question, questions } from '../facts.ts'

type Json = { [name: string]: Json } | readonly Json[] | string | number | boolean | null
interface Description {
  readonly info: Json
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: Readonly<Record<string, Json>> }>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>
}

const list = '/ad_accounts/{ad_account_id}/campaigns'
const describedCalls: readonly [path: string, method: string, start: string][] = [
  [`${list}/{campaign_id}`, 'get', 'get'],
  [list, 'get', 'list'],
  [list, 'post', 'create'],
]

/** Reduces our OpenAPI document to the calls of the bench, each with our answers as examples. */
export function describe(answers: Facts['answers']): unknown {
  const whole: Description = JSON.parse(readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8'))
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [path, method, start] of describedCalls) {
    const operation = whole.paths[path]?.[method]
    const success = operation?.responses['200'] as { readonly content: { readonly 'application/json': object } }
    const examples = Object.fromEntries(
      questions.filter((question) => question.startsWith(start)).map((question) => exampleOf(question, answers)),
    )
    const content = { 'application/json': { ...success.content['application/json'], examples } }
    paths[`/v5${path}`] ??= {}
    Object.assign(paths[`/v5${path}`] ?? {}, {
      [method]: { ...operation, responses: { 200: { ...success, content } } },
    })
  }
  const { securitySchemes = {} } = whole.components
  return {
    openapi: '3.0.3',
    info: whole.info,
    paths,
    components: { ...reachable(paths, whole.components), securitySchemes },
  }
}

/** Returns the name of the example that answers a question. */
export const exampleName = (question: Question): string => question.replace(' ', '-')

const exampleOf = (question: Question, answers: Facts['answers']): [string, unknown] => [
  exampleName(question),
  { value: JSON.parse(answers[question]) },
]

/** Returns the components that a part refers to, directly or not. */
function reachable(from: unknown, components: Description['components']): Description['components'] {
  const found: Record<string, Record<string, Json>> = {}
  const search = (part: unknown): void => {
    for (const [, kind = '', name = ''] of JSON.stringify(part).matchAll(/"#\/components\/([^"/]+)\/([^"]+)"/g)) {
      const component = components[kind]?.[name]
      if (component === undefined || found[kind]?.[name] !== undefined) continue
      found[kind] = { ...found[kind], [name]: component }
      search(component)
    }
  }
  search(from)
  return found
}
