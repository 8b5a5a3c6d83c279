import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command, OutsideClient, Surroundings } from './outside/client.ts'
import { outsideClients } from './outside/clients.ts'
import { run } from './outside/processes.ts'
import { type CheckedClient, checkedClient, surprisesOf } from './outside/results.ts'
import { serverForClients } from './outside/server.ts'
import { recordResult } from './results.ts'

// Runs clients of other languages and OAuth libraries, unmodified and in pinned versions, against a server on loopback:
// npm run clients:languages [-- NAME…]. Each is installed in a temporary folder. With RECORD_CLIENTS=1, results are
// recorded, from which `npm run report` writes the table of docs/clients.md.
const names = process.argv.slice(2)
const selected = outsideClients.filter(
  ({ client }) => names.length === 0 || names.some((name) => client.includes(name)),
)
if (selected.length === 0) {
  console.error(`There is no such client. There are: ${outsideClients.map(({ client }) => client).join(', ')}`)
  process.exit(2)
}
const tests = fileURLToPath(new URL('.', import.meta.url))
const repository = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'clients-'))
const server = await serverForClients()
const certificate = join(work, 'ca.pem')
writeFileSync(certificate, server.certificate)

/** Tells whether a command is there: one that stands for a version that is not installed ends as an unknown one does. */
function isThere(name: string): boolean {
  const { error, status } = spawnSync(name, ['--version'], { env: environment })
  return error === undefined && status !== 127
}

/** Why a client cannot run here, or undefined where it can. */
function missing({ needs, variables = [], packages = {} }: OutsideClient): string | undefined {
  const fails = ([file, ...args]: Command): boolean => spawnSync(file, args, { env: environment }).status !== 0
  const lacking =
    needs.find((name) => !isThere(name)) ?? Object.keys(packages).find((name) => fails(packages[name] ?? ['false']))
  if (lacking !== undefined) return `${lacking} is not installed here`
  const variable = variables.find((name) => process.env[name] === undefined)
  return variable && `${variable} does not name a folder with its source`
}

const environment = { ...process.env, PATH: `${process.env.PATH}:/usr/local/go/bin` }

/** Installs a client and runs its checks. */
async function checked(client: OutsideClient, world: string): Promise<CheckedClient> {
  const folder = join(work, world)
  mkdirSync(folder)
  const surroundings: Surroundings = { folder, tests: tests.replace(/\/$/, ''), repository }
  const env = {
    ...environment,
    ...(await server.environment(world)),
    OPENAPI: join(repository, 'openapi/openapi.json'),
    PYTHONPATH: join(tests, 'python'),
    PYTHONDONTWRITEBYTECODE: '1',
    REQUESTS_CA_BUNDLE: certificate,
    SSL_CERT_FILE: certificate,
    XDG_STATE_HOME: join(folder, 'state'),
  }
  const installing = { ...environment, OPENAPI: env.OPENAPI }
  const commands = client.commands(surroundings)
  const start = performance.now()
  for (const command of commands.slice(0, -1)) {
    const { code, printed } = await run(command, folder, installing)
    if (code === 0) continue
    console.log(printed.slice(-2000))
    return checkedClient(client, `not ok: is installed: ${command.join(' ')}: ${printed.trim().split('\n').at(-1)}\n`)
  }
  const installed = (performance.now() - start) / 1000
  const last = commands.at(-1)
  const { printed, seconds } = last === undefined ? { printed: '', seconds: 0 } : await run(last, folder, env)
  process.stdout.write(printed)
  console.log(`${client.client} was installed in ${installed.toFixed(1)} s, and took ${seconds.toFixed(1)} s`)
  const result = checkedClient(client, printed)
  const ended = { check: 'it runs', reason: printed.trim().split('\n').at(-1) ?? '', explained: undefined }
  return result.passed === 0 && result.failures.length === 0 ? { ...result, failures: [ended] } : result
}

const results: CheckedClient[] = []
try {
  for (const [index, client] of selected.entries()) {
    const reason = missing(client)
    console.log(`--- ${client.client} ${client.version}, ${client.language}${reason ? `: skipped: ${reason}` : ''}`)
    if (reason === undefined) results.push(await checked(client, `client-${index + 1}`))
  }
} finally {
  await server.close()
  rmSync(work, { recursive: true, force: true })
}
for (const result of results) {
  const { client, version, language, exercised, passed, failures } = result
  const recorded = { passed, failed: failures.length, surprises: surprisesOf(result) }
  recordResult({ client, version, language, exercised }, recorded)
  const unexplained = failures.filter(({ explained }) => explained === undefined)
  console.log(`${client}: ${passed} passed, ${failures.length} failed, ${unexplained.length} of them unexplained`)
  if (unexplained.length > 0) process.exitCode = 1
}
