import { commandArguments } from '../config/command-arguments.ts'
import { UsageError } from '../config/usage-error.ts'
import { Clock } from '../domain/time/clock.ts'
import { TargetClient } from '../target/client/target-client.ts'
import { TargetError } from '../target/client/target-error.ts'
import { targetFlags, targetOf } from '../target/client/target-flags.ts'
import type { PullProgress } from '../target/pull/options.ts'
import { pull } from '../target/pull/pull.ts'
import { abortOnSignals } from './abort-on-signals.ts'
import { useEconomicalHeap } from './economical-heap.ts'
import { ProgressLine } from './progress-line.ts'
import { pullReport } from './pull-report.ts'

/** The usage of `pull`. */
const usage =
  'It is pull --target URL --ad-account ID --out FILE [--keep-ids] [--anonymize] [--production] [--token-file FILE].'

const options = {
  ...targetFlags,
  'ad-account': { type: 'string' },
  out: { type: 'string' },
  'keep-ids': { type: 'boolean', default: false },
  anonymize: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/**
 * Runs `pull`: writes a seed of an ad account of another server. SIGINT and SIGTERM end it; the same command then goes on
 * where it ended. Returns what it did, as text.
 *
 * @throws UsageError, TargetError, ListRefusedError
 */
export async function pullCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string> {
  const { values } = commandArguments(argv, { options }, ` ${usage}`)
  if (values.help) return usage
  const { 'ad-account': adAccountId, out, 'keep-ids': keepIds, anonymize } = values
  if (adAccountId === undefined || !/^\d{1,20}$/.test(adAccountId)) {
    throw new UsageError(`--ad-account takes the id of an ad account. ${usage}`)
  }
  if (out === undefined) throw new UsageError(`--out takes the file to write the seed to. ${usage}`)
  const progress = new ProgressLine()
  const client = new TargetClient({
    ...targetOf(values, environment),
    onWait: (milliseconds, reason) => progress.note(`pull: ${reason}; goes on in ${Math.ceil(milliseconds / 1000)} s`),
  })
  const machine = new Clock()
  const began = machine.milliseconds()
  const onProgress = ({ section, counts, remaining }: PullProgress) => {
    const perCall = (machine.milliseconds() - began) / client.sent
    progress.show(() => progressText(section, counts, { remaining, seconds: (remaining * perCall) / 1000 }))
  }
  useEconomicalHeap()
  try {
    const pulled = { client, adAccountId, out, keepIds, anonymize, now: machine.seconds(), onProgress }
    const result = await abortOnSignals((signal) => pull({ ...pulled, signal }))
    return pullReport(out, result, { keepIds, anonymize })
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    throw new TargetError(error.failure, `${error.message} The same command goes on where this one ended.`)
  } finally {
    progress.end()
  }
}

function progressText(
  section: string,
  counts: Readonly<Record<string, number>>,
  { remaining, seconds }: { readonly remaining: number; readonly seconds: number },
): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const left = `at least ${remaining} calls and ${Math.ceil(seconds)} s to go`
  return `pull: ${counts[section] ?? 0} ${section}, ${total} entities in all; ${left}`
}
