import { commandArguments } from '../config/command-arguments.ts'
import { readJsonFile } from '../config/json-file.ts'
import { UsageError } from '../config/usage-error.ts'
import { targetFlags, targetOf } from '../target/client/target-flags.ts'
import { compareRecording } from '../target/compare/compare.ts'
import { comparisonText } from '../target/compare/compare-text.ts'
import { RecordedHar } from '../target/compare/recorded-call.ts'
import { comparedTarget } from '../target/compare/target.ts'
import { abortOnSignals } from './abort-on-signals.ts'
import { ProgressLine } from './progress-line.ts'

/** The output of `compare`. */
export interface CompareCommandOutput {
  readonly printed: string
  /** Whether `--fail-on differences` is met. */
  readonly hasFailed: boolean
}

const usage =
  'It is compare --target URL FILE.har | --from http://127.0.0.1:7468 [--writes] [--map OLD=NEW]… [--format text|json] [--fail-on differences] [--production] [--token-file FILE].'

const options = {
  ...targetFlags,
  from: { type: 'string' },
  writes: { type: 'boolean', default: false },
  map: { type: 'string', multiple: true, default: [] as string[] },
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/**
 * Runs `compare`: sends the calls of an HTTP archive, or of the journal of a running server, to a target and returns how
 * its answers differ.
 *
 * @throws UsageError, TargetError
 */
export async function compareCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<CompareCommandOutput> {
  const { values, positionals } = commandArguments(argv, { options, allowPositionals: true }, ` ${usage}`)
  if (values.help) return { printed: usage, hasFailed: false }
  const { format, 'fail-on': failOn, writes, from } = values
  if (format !== 'text' && format !== 'json') throw new UsageError('--format is text or json.')
  if (failOn !== undefined && failOn !== 'differences') throw new UsageError('--fail-on takes differences.')
  const map = Object.fromEntries(values.map.map(mapping))
  const progress = new ProgressLine()
  const target = comparedTarget(targetOf(values, environment), (milliseconds, reason) =>
    progress.note(`compare: ${reason}; goes on in ${Math.ceil(milliseconds / 1000)} s`),
  )
  const har = await recording(positionals, from)
  const onProgress = (sent: number, all: number) => progress.show(() => `compare: ${sent} of ${all} calls`)
  try {
    const comparison = await abortOnSignals((signal) =>
      compareRecording(har, target, { writes, map, signal, onProgress }),
    )
    const printed = format === 'json' ? JSON.stringify(comparison, undefined, 2) : comparisonText(comparison)
    return { printed, hasFailed: failOn !== undefined && comparison.differences.length > 0 }
  } finally {
    progress.end()
  }
}

function mapping(text: string): readonly [string, string] {
  const [, before, after] = /^([^=]+)=(.+)$/.exec(text) ?? []
  if (before === undefined || after === undefined) throw new UsageError('--map takes OLD=NEW: two ids.')
  return [before, after]
}

/** Returns the archive of a file, or that of the journal of a running server. */
async function recording(files: readonly string[], from: string | undefined): Promise<unknown> {
  const [file, ...others] = files
  if ((file === undefined) === (from === undefined) || others.length > 0) {
    throw new UsageError(`compare takes one file, or --from with the URL of a running server. ${usage}`)
  }
  const content = file === undefined ? await journalOf(from ?? '') : readArchive(file)
  const { success } = RecordedHar.safeParse(content)
  if (success) return content
  throw new UsageError(`${file ?? from} is no HTTP archive (HAR).`)
}

function readArchive(file: string): unknown {
  try {
    return readJsonFile(file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read as an HTTP archive: ${error instanceof Error ? error.message : error}`)
  }
}

async function journalOf(from: string): Promise<unknown> {
  // The base URL of the API serves as well.
  const url = URL.parse(`${from.replace(/\/+$/, '').replace(/\/v\d+$/, '')}/__mock/requests/har`)
  if (url === null) throw new UsageError('--from takes the URL of a running server, such as http://127.0.0.1:7468.')
  try {
    return await (await fetch(url)).json()
  } catch (error) {
    const { cause, message } = error as Error
    throw new UsageError(`${url} cannot be read: ${cause instanceof Error ? cause.message : message}`)
  }
}
