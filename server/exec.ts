import { type SpawnOptions, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { readConfiguration, UsageError } from './config.ts'
import { startServer } from './server.ts'

/** Signals that are passed on to the command. */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs `exec [options] -- COMMAND…`: starts a server, on a free port unless the options say otherwise, runs the command
 * with the variables that point clients at it, ends the server, and gives the command's exit code; 128 and the signal's
 * number when a signal ended it, 127 when it cannot be run.
 *
 * @throws UsageError when there is no command.
 */
export async function execCommand(argv: readonly string[], stdio: SpawnOptions['stdio'] = 'inherit'): Promise<number> {
  const dashes = argv.indexOf('--')
  const [command, ...args] = dashes === -1 ? [] : argv.slice(dashes + 1)
  if (command === undefined) throw new UsageError('exec needs a command: pinterest-ads-mock exec [options] -- npm test')
  const anyPort = process.env.PINTEREST_MOCK_PORT === undefined ? ['--port', '0'] : []
  const { configuration } = readConfiguration([...anyPort, ...argv.slice(0, dashes)], process.env)
  const { app, about } = await startServer(configuration)
  const url = about.base_url.slice(0, -'/v5'.length)
  const env = {
    ...process.env,
    PINTEREST_MOCK_URL: url,
    PINTEREST_API_URI: about.base_url,
    PINTEREST_ACCESS_TOKEN: 'pina_local',
    ACCESS_TOKEN: 'pina_local',
  }
  try {
    return await exitCodeOf(command, args, { stdio, env })
  } finally {
    await app.close()
  }
}

function exitCodeOf(command: string, args: readonly string[], options: SpawnOptions): Promise<number> {
  const child = spawn(command, args, options)
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal)
  for (const signal of passedOn) process.on(signal, pass)
  return new Promise<number>((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`pinterest-ads-mock: ${command} cannot be run: ${error.message}\n`)
      resolve(127)
    })
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  }).finally(() => {
    for (const signal of passedOn) process.off(signal, pass)
  })
}
