import type { Description } from '#openapi/description.ts'
import { answerOf } from './content.ts'
import { exampleOf } from './examples.ts'
import { markedComment } from './mark.ts'
import type { PlainOperation } from './plain-plan.ts'
import { literal, sourceFile } from './source.ts'

/** Returns the name of the function that computes the response of an operation. */
export const functionOf = ({ type }: PlainOperation): string => type.charAt(0).toLowerCase() + type.slice(1)

/** Returns `compute.ts`: a pure function for each operation that only reads; what it comes to is left to a person. */
export function computeFile(description: Description, operations: readonly PlainOperation[]): string {
  const functions = operations.map((one) => {
    const { operation, type, query } = one
    const example = exampleOf(description, '', answerOf(description, operation) ?? {})
    const [parameter, kind] = query.length > 0 ? [`_query: ${type}Query`, 'the request'] : ['', 'nothing']
    return `/** Returns the response of ${operation.id}, a function of ${kind} alone. */
export const ${functionOf(one)} = (${parameter}): ${type}Answer =>
  ${markedComment('what it answers: by the request, by what the world has stored, by its clock.')}
  (${literal(example)})`
  })
  return sourceFile(functions.join('\n\n'), {
    './schema.ts': operations.flatMap(({ type }) => [`type ${type}Answer`, `type ${type}Query`]),
  })
}

/** Returns the tests of computed responses: each has the form of its schema, to which the test's server holds it. */
export function computedTestFile(description: Description, operations: readonly PlainOperation[]): string {
  const tests = operations.flatMap(({ operation, pathParameters, query }) => {
    const path = `/v5${operation.path}`
    const sent = query
      .filter(({ required = false }) => required)
      .map(({ name, schema = {} }) => `${name}=${[exampleOf(description, name, schema)].flat().join(',')}`)
      .join('&')
    const url = (account: string): string =>
      `\`${path.replace('{ad_account_id}', account)}${sent === '' ? '' : `?${sent}`}\``
    const answers = `t.test('${operation.id} answers in the form of its schema', async (t) => {
  const { ${pathParameters.length > 0 ? 'account, ' : ''}call } = await mock(t)
  t.equal((await call('GET', ${url(`\${account}`)})).status, 200)
})`
    const refuses = `t.test('${operation.id} of an unknown ad account is refused', async (t) => {
  const { call } = await mock(t)
  t.equal((await call('GET', ${url('1')})).status, 403)
})`
    return pathParameters.length > 0 ? [answers, refuses] : [answers]
  })
  return sourceFile(tests.join('\n\n'), { tap: ['t'], '#test/support/mock.ts': ['mock'] })
}
