import { errorCode } from '#db/error-code.ts'
import { NewerDatabaseError } from '#db/errors.ts'
import { DirectoryInUseError } from '#db/lock.ts'
import { checkRules, readConfiguration, UsageError } from '../config/config.ts'
import { redactedConfiguration } from '../config/redaction.ts'
import { SeedFileError } from '../seeds/errors.ts'
import { startServer } from '../server.ts'
import { DataDirectoryError } from '../start/open-worlds.ts'
import { CertificateError } from '../tls/https-server.ts'
import { version } from '../version.ts'
import { bannerJson, bannerText, printWarnings } from './banner.ts'
import { commands } from './commands.ts'
import { exitCodes } from './exit-codes.ts'
import { helpText } from './help.ts'
import { print, printError } from './output.ts'
import { prepareReadyFile, writeReadyFile } from './ready-file.ts'
import { closeOnSignals } from './signals.ts'

/**
 * Runs the command line: starts the server by arguments and environment, or a subcommand. SIGTERM and SIGINT close it.
 */
export async function main(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  try {
    const [name = '', ...rest] = argv
    if (Object.hasOwn(commands, name)) return await commands[name]?.(rest)
    const { action, configuration } = readConfiguration(argv, process.env)
    if (action === 'help') return print(helpText())
    if (action === 'version') return print(version)
    await checkRules(configuration)
    if (action === 'print-config') return print(JSON.stringify(redactedConfiguration(configuration), undefined, 2))
    const readyFile = configuration.readyFile === undefined ? undefined : prepareReadyFile(configuration.readyFile)
    const server = await startServer(configuration)
    closeOnSignals(server.app, exits)
    printWarnings(server)
    if (readyFile !== undefined) writeReadyFile(readyFile, bannerJson(server))
    print(process.stdout.isTTY ? bannerText(server) : bannerJson(server))
  } catch (error) {
    printError(error)
    process.exitCode = exitCodeOf(error)
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError || error instanceof CertificateError) return exitCodes.usage
  if (error instanceof SeedFileError || error instanceof DataDirectoryError) return exitCodes.state
  if (error instanceof NewerDatabaseError) return exitCodes.newerState
  if (error instanceof DirectoryInUseError) return exitCodes.inUse
  const code = errorCode(error) ?? ''
  if (['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(code)) return exitCodes.port
  return exitCodes.failure
}

const exits = {
  ended: () => process.exit(exitCodes.ok),
  failed: (error: unknown) => {
    printError(error)
    process.exit(exitCodeOf(error))
  },
  atOnce: () => process.exit(exitCodes.failure),
}
