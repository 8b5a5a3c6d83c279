import { type SpawnOptions, spawn } from 'node:child_process'
import { constants } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { readConfiguration, UsageError } from '../config/config.ts'
import type { Configuration } from '../config/configuration.ts'
import { failingFindings } from '../config/subsystem-options.ts'
import type { ReportReply } from '../inspection/report-schema.ts'
import { connectMock } from '../library/start.ts'
import { startServer } from '../server.ts'
import { printWarnings } from './banner.ts'
import { exitCodes } from './exit-codes.ts'

/** Signals that are forwarded to the command. */
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs `exec [options] -- COMMAND…`: starts a server, on a free port unless the options set one, runs the command with
 * the environment variables that point clients at it, and closes the server. Returns the command's exit code; 128 plus
 * the signal's number after a signal, 127 when it cannot be run, 6 when it passed but its calls have a
 * finding of `--fail-on` or `--unmatched fail`, else 8 when some of them break with the version of `--rehearse`.
 *
 * @throws UsageError when there is no command.
 */
export async function execCommand(argv: readonly string[], stdio: SpawnOptions['stdio'] = 'inherit'): Promise<number> {
  const dashes = argv.indexOf('--')
  const [command, ...args] = dashes === -1 ? [] : argv.slice(dashes + 1)
  if (command === undefined) throw new UsageError('exec needs a command: pinterest-ads-mock exec [options] -- npm test')
  const anyPort = process.env.PINTEREST_MOCK_PORT === undefined ? ['--port', '0'] : []
  const { configuration } = readConfiguration([...anyPort, ...argv.slice(0, dashes)], process.env)
  const server = await startServer(configuration)
  const { app, about } = server
  printWarnings(server)
  const mock = connectMock(about.base_url)
  const env = { ...process.env, PINTEREST_MOCK_URL: mock.url, ...mock.env }
  try {
    const code = await exitCodeOf(command, args, { stdio, env })
    const isFine = await rehearsalPasses(app, configuration)
    if (code !== 0) return code
    if (!(await reportPasses(app, configuration))) return exitCodes.verification
    return isFine ? code : exitCodes.rehearsal
  } finally {
    await app.close()
  }
}

/**
 * Returns whether the calls to all worlds are free of the findings of `--fail-on` and `--unmatched`; otherwise prints
 * the report.
 */
async function reportPasses(app: FastifyInstance, configuration: Configuration): Promise<boolean> {
  const failOn = failingFindings(configuration)
  if (failOn.length === 0) return true
  const response = await reportBy(app, configuration, `&format=markdown&fail_on=${failOn.join(',')}`)
  if (response.statusCode === 200) return true
  process.stderr.write(`${response.body}\n`)
  return false
}

/** Prints how another version would answer the calls to all worlds; returns whether none of them breaks. */
async function rehearsalPasses(app: FastifyInstance, configuration: Configuration): Promise<boolean> {
  if (configuration.rehearse === 'off') return true
  const { rehearsalLines } = await import('../inspection/report-rehearsals.ts')
  const { rehearsals } = (await reportBy(app, configuration)).json<ReportReply>()
  const none = { version: configuration.rehearse, calls: 0, different: 0, breaking: 0, operations: [] }
  for (const one of rehearsals.length === 0 ? [none] : rehearsals) {
    process.stderr.write(`${rehearsalLines(one).join('\n')}\n`)
  }
  return rehearsals.every(({ breaking }) => breaking === 0)
}

const reportBy = (app: FastifyInstance, { controlToken }: Configuration, query = '') =>
  app.inject({
    url: `/__mock/report?world=all${query}`,
    headers: { host: 'localhost', ...(controlToken !== undefined && { 'x-mock-token': controlToken }) },
  })

function exitCodeOf(command: string, args: readonly string[], options: SpawnOptions): Promise<number> {
  const child = spawn(command, args, options)
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal)
  for (const signal of forwarded) process.on(signal, forward)
  return new Promise<number>((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`pinterest-ads-mock: ${command} cannot be run: ${error.message}\n`)
      resolve(127)
    })
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  }).finally(() => {
    for (const signal of forwarded) process.off(signal, forward)
  })
}
