import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

/**
 * Parses the arguments of a command.
 *
 * @param hint What follows the reason in the message of a mistake: the usage of the command.
 * @throws UsageError for an argument that the command does not take.
 */
export function commandArguments<const Config extends ParseArgsConfig>(
  argv: readonly string[],
  config: Config,
  hint: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs({ ...config, args: [...argv] }) as ReturnType<typeof parseArgs<Config>>
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}${hint}`)
  }
}
