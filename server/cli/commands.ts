import { readConfiguration } from '../config/config.ts'
import { exitCodes } from './exit-codes.ts'
import { print, printError } from './output.ts'

/** A subcommand, with the arguments behind its name. What it needs is loaded when it is called. */
type Command = (argv: readonly string[]) => Promise<void>

/** The subcommands by name. */
export const commands: Readonly<Record<string, Command>> = {
  async seed(argv) {
    const { runSeedCommand } = await import('./seed.ts')
    const { printed, refused } = runSeedCommand(argv)
    // A reader such as `head` closes the pipe when it has read enough.
    process.stdout.on('error', () => process.exit())
    for (const text of printed) print(text)
    for (const error of refused) printError(error)
    if (refused.length > 0) process.exitCode = exitCodes.state
  },
  async feed(argv) {
    const { runFeedCommand } = await import('./feed.ts')
    const { printed, isFine } = await runFeedCommand(argv)
    process.stdout.on('error', () => process.exit())
    for (const text of printed) print(text)
    if (!isFine) process.exitCode = exitCodes.state
  },
  async exec(argv) {
    const { execCommand } = await import('./exec.ts')
    process.exitCode = await execCommand(argv)
  },
  async health(argv) {
    const { checkHealth } = await import('./health.ts')
    await checkHealth(readConfiguration(argv, process.env).configuration)
  },
  async init(argv) {
    const { initCommand } = await import('./init/init.ts')
    print(initCommand(argv))
  },
  async pull(argv) {
    const { pullCommand } = await import('./pull.ts')
    print(await pullCommand(argv))
  },
  async probe(argv) {
    const { runProbeCommand } = await import('./probe.ts')
    process.exitCode = await runProbeCommand(argv)
  },
  async compare(argv) {
    const { compareCommand } = await import('./compare.ts')
    const { printed, hasFailed } = await compareCommand(argv)
    print(printed)
    if (hasFailed) process.exitCode = exitCodes.verification
  },
  async mcp(argv) {
    const { mcpCommand } = await import('./mcp/command.ts')
    const text = await mcpCommand(argv)
    if (text !== undefined) print(text)
  },
}
