import t from 'tap'
import { committedDocument } from '#openapi/committed.ts'
import { type Description, operationsIn, type Parameter, type Schema } from '#openapi/description.ts'
import { MockWorld, startMock } from '#server/index.ts'
import { verbCalls } from './verb-calls.ts'
import { verbsOf } from './verbs.ts'

/** A call of test control, as a verb of the library sent it. */
interface Sent {
  readonly verb: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly string[]
  readonly fields: readonly string[]
}

/** A route of test control, with the names of all that it takes. */
interface Route {
  readonly call: string
  readonly method: string
  readonly pattern: RegExp
  readonly parameters: readonly string[]
  readonly fields: readonly string[]
}

/** Routes that another one answers as well, which the library calls. */
const sameAs: Readonly<Record<string, string>> = { 'GET /requests': 'POST /requests/find' }
/** Verbs that call no test control. */
const local = ['world', 'close']

const addVerb = 'add a verb in server/library/, and a call of it in test/library/verb-calls.ts'
const addCall = 'have a verb in server/library/ pass it, and pass it in test/library/verb-calls.ts'

/** The schemas of an object of the document, its references followed. */
function partsOf(document: Description, schema: Schema | undefined): readonly Schema[] {
  if (schema === undefined) return []
  const { $ref, allOf = [], anyOf = [], oneOf = [] } = schema
  const referenced = $ref === undefined ? undefined : document.components?.schemas?.[$ref.split('/').at(-1) ?? '']
  return [schema, ...[referenced, ...allOf, ...anyOf, ...oneOf].flatMap((part) => partsOf(document, part))]
}

const isDeprecated = (schema: Schema | undefined): boolean => schema !== undefined && 'deprecated' in schema

function routesOf(document: Description): readonly Route[] {
  return [...operationsIn(document).values()].map(({ path, method, operation }) => {
    const url = path.replace(/^\/__mock/, '')
    const parameters = (operation.parameters ?? []) as readonly Parameter[]
    const body = operation.requestBody
    const schema = body === undefined || '$ref' in body ? undefined : body.content?.['application/json']?.schema
    const fields = partsOf(document, schema).flatMap(({ properties = {} }) => Object.entries(properties))
    return {
      call: `${method} ${url}`,
      method,
      pattern: new RegExp(`^${url.replaceAll(/{\w+}/g, '[^/]+')}$`),
      parameters: parameters.filter((one) => one.in === 'query' && !isDeprecated(one.schema)).map(({ name }) => name),
      fields: fields.filter(([, field]) => !isDeprecated(field)).map(([name]) => name),
    }
  })
}

/** Makes all calls, and returns what each of them sent to test control. */
async function sentBy(calls: typeof verbCalls): Promise<readonly Sent[]> {
  const mock = await startMock({ seed: 'small', listen: false })
  const sent: Sent[] = []
  let verb = ''
  const recording = new MockWorld(
    {
      origin: mock.url,
      fetch(input, init) {
        const { pathname, searchParams } = new URL(String(input))
        const path = pathname.replace(/^(\/w\/[^/]+)?\/__mock/, '')
        const body = typeof init?.body === 'string' && init.body.startsWith('{') ? JSON.parse(init.body) : {}
        const names = { parameters: [...searchParams.keys()], fields: Object.keys(body) }
        if (path !== pathname) sent.push({ verb, method: init?.method ?? 'GET', path, ...names })
        return mock.fetch(input, init)
      },
    },
    mock.name,
  )
  try {
    for (const [name, call] of calls) {
      verb = name
      await call(recording)
    }
    return sent
  } finally {
    await mock.close()
  }
}

const routes = routesOf(await committedDocument('control.json'))
const sent = await sentBy(verbCalls)

const callsOf = ({ method, pattern }: Route): readonly Sent[] =>
  sent.filter((one) => one.method === method && pattern.test(one.path))

/** Returns a sentence for each part of a route that no verb of the library reaches. */
function missingIn(route: Route): readonly string[] {
  if (route.call in sameAs) return []
  const calls = callsOf(route)
  if (calls.length === 0) return [`no verb of the library calls ${route.call}: ${addVerb}`]
  const passed = (names: (one: Sent) => readonly string[]) => new Set(calls.flatMap(names))
  const [parameters, fields] = [passed((one) => one.parameters), passed((one) => one.fields)]
  return [
    ...route.parameters
      .filter((name) => !parameters.has(name))
      .map((name) => `${route.call} takes ${name} in its query, which no verb passes: ${addCall}`),
    ...route.fields
      .filter((name) => !fields.has(name))
      .map((name) => `${route.call} takes ${name} in its body, which no verb passes: ${addCall}`),
  ]
}

t.test('each route of test control is called by a verb of the library, with all that it takes', async (t) => {
  t.ok(routes.length > 40)
  for (const route of routes) t.strictSame(missingIn(route), [], route.call)
})

t.test('each verb of the library calls a route of test control, with nothing that it does not take', async (t) => {
  for (const { verb, method, path, parameters, fields } of sent) {
    const route = routes.find((one) => one.method === method && one.pattern.test(path))
    if (route === undefined) t.fail(`${verb} calls ${method} ${path}, which test control has no route for`)
    for (const name of parameters) t.ok(route?.parameters.includes(name), `${verb} passes the parameter ${name}`)
    if (route?.fields.length) for (const name of fields) t.ok(route.fields.includes(name), `${verb} passes ${name}`)
  }
})

t.test('each verb of the library has a call in the list of calls', async (t) => {
  const mock = await startMock({ seed: 'empty', listen: false })
  t.teardown(() => mock.close())
  for (const verb of verbsOf(mock).filter((name) => !local.includes(name))) {
    t.ok(
      sent.some((one) => one.verb === verb),
      `${verb}: add a call of it to test/library/verb-calls.ts`,
    )
  }
})

t.test('a route that no verb calls is found, and so is a parameter or a field that none passes', async (t) => {
  const route = { call: 'POST /coverage', method: 'POST', pattern: /^\/coverage$/, parameters: [], fields: [] }
  t.match(missingIn(route), [/no verb of the library calls POST \/coverage: add a verb/])
  const [reset] = routes.filter(({ call }) => call === 'POST /reset')
  t.match(missingIn({ ...(reset as Route), parameters: ['part'], fields: ['gently'] }), [
    /POST \/reset takes part in its query/,
    /POST \/reset takes gently in its body/,
  ])
})
