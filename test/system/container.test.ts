import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { load } from 'js-yaml'
import t from 'tap'
import { variableOf } from '#server/config/option-names.ts'
import { options } from '#server/config/options.ts'
import { version } from '#server/version.ts'
import type { Json } from '../support/mock.ts'
import { snippetsOf } from '../support/snippets.ts'
import { start } from './program/start.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const names = ['docker', 'compose', 'github-actions', 'testcontainers', 'kubernetes']
const [dockerfile, composeText] = [read('Dockerfile'), read('compose.yaml')]
const docker = read('docs/deploy/docker.md')
const of = (language: string): readonly string[] =>
  names.flatMap((name) => snippetsOf(new URL(`../../docs/deploy/${name}.md`, import.meta.url))(language))
const compose = load(composeText) as Json
const exampleWith = (text: string): Json => load(of('yaml').find((example) => example.includes(text)) ?? '')
const tests = exampleWith('condition: service_healthy')
const job = exampleWith('runs-on:')
const kubernetes = exampleWith('kind: Deployment')
const port: number = options.port.schema.parse(undefined)
const image = 'pinterest-ads-mock'
const published = `ghcr.io/your-organization/${image}:${version}`
const listOf = (instruction: string): string[] =>
  JSON.parse(new RegExp(`${instruction} (\\[.*\\])$`, 'm').exec(dockerfile)?.[1] ?? '[]')

t.test('the image asks the same program for its health that it runs, and neither needs a shell', async (t) => {
  const entry = listOf('^ENTRYPOINT')
  t.strictSame(entry, ['/usr/local/bin/node', '/app/bin/pinterest-ads-mock.js'])
  t.strictSame(listOf('^ +CMD'), [...entry, 'health'])
})

t.test('every example publishes the port on which the server listens', async (t) => {
  t.match(dockerfile, `EXPOSE ${port}\n`)
  t.strictSame(compose.services.pinterest.ports, [`127.0.0.1:${port}:${port}`])
  t.strictSame(job.jobs.test.services.pinterest.ports, [`${port}:${port}`])
  t.match(of('ts').join(), `.withExposedPorts(${port})`)
  for (const line of docker.match(/--publish \S+/g) ?? []) t.equal(line, `--publish 127.0.0.1:${port}:${port}`)
})

t.test(
  'every example uses the image that the page of Docker builds, in this version where it comes from a registry',
  async (t) => {
    t.match(of('sh').join(), `docker build --tag ${image} .`)
    t.match(compose.services.pinterest, { image, build: '.' })
    t.equal(job.jobs.test.services.pinterest.image, published)
    t.equal(kubernetes.spec.template.spec.containers[0].image, published)
    t.match(of('ts').join(), `new GenericContainer('${image}')`)
  },
)

t.test('clients are pointed at the service by its name', async (t) => {
  const { environment, depends_on } = tests.services.tests
  const { hostname, port: requestedPort, pathname } = new URL(environment.PINTEREST_API_URI)
  t.strictSame([hostname, requestedPort, pathname], ['pinterest', String(port), '/v5'])
  t.match(depends_on, { pinterest: { condition: 'service_healthy' } })
})

t.test('Kubernetes runs it as the user of the image, and probes what is answered', async (t) => {
  const { startupProbe, readinessProbe, livenessProbe, securityContext } = kubernetes.spec.template.spec.containers[0]
  t.match(dockerfile, `\nUSER ${securityContext.runAsUser}:`)
  const { banner } = await start(t)
  for (const { httpGet } of [startupProbe, readinessProbe, livenessProbe]) {
    t.equal(httpGet.port, port)
    t.equal((await fetch(new URL(httpGet.path, banner.base_url))).status, 200)
  }
})

t.test('Testcontainers waits for the line that the server prints', async (t) => {
  const snippet = of('ts').find((text) => text.includes('testcontainers')) ?? ''
  t.doesNotThrow(() => stripTypeScriptTypes(snippet))
  const [, awaited = ''] = /Wait\.forLogMessage\(\/(.*)\/\)/.exec(snippet) ?? []
  const { banner } = await start(t)
  t.match(JSON.stringify(banner), new RegExp(awaited))
})

t.test('every variable in an example is an option', async (t) => {
  const known = Object.keys(options).map(variableOf)
  const named = [dockerfile, composeText, ...of('sh'), ...of('yaml')].join().match(/(?<=\s)PINTEREST_MOCK_\w+(?=[=:])/g)
  t.ok(named && named.length >= 5)
  for (const variable of named ?? []) t.ok(known.includes(variable), variable)
})
