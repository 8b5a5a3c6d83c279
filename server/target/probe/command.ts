import { readConfiguration } from '#server/config/config.ts'
import { OutputFile } from '#server/config/output-file.ts'
import { UsageError } from '#server/config/usage-error.ts'
import { Clock } from '#server/domain/time/clock.ts'
import { TargetClient } from '../client/target-client.ts'
import { targetOf } from '../client/target-flags.ts'
import { cleanUp } from './clean.ts'
import { type Evidence, readEvidence } from './evidence.ts'
import { listOf, type ProbeFlags, probeFlags, probeUsage } from './flags.ts'
import { ProbeJournal } from './journal.ts'
import { planProbe } from './plan.ts'
import { probe } from './probe.ts'
import { planLines, resultLines } from './report.ts'
import type { ProbeTerminal } from './terminal.ts'

/** How `probe` ended. */
export type ProbeEnd = 'ok' | 'differences' | 'failure'

/**
 * Runs `probe …` or `probe clean …`.
 *
 * @throws UsageError for arguments, a target, a Pin or evidence that is refused, and where nobody confirms. TargetError
 * when the ad account or the Pin cannot be read.
 */
export async function probeCommand(argv: readonly string[], terminal: ProbeTerminal): Promise<ProbeEnd> {
  const flags = probeFlags(argv)
  if (flags.help) {
    terminal.print(probeUsage)
    return 'ok'
  }
  const journal = new ProbeJournal(`${flags.out ?? 'pinterest-ads-mock-probe'}.journal`)
  if (flags.isClean) return (await cleanUp(flags, journal, terminal)) ? 'ok' : 'failure'
  return run(flags, journal, terminal)
}

async function run(flags: ProbeFlags, journal: ProbeJournal, terminal: ProbeTerminal): Promise<ProbeEnd> {
  const { adAccount } = flags
  const { print, note, progress, ask, signal, environment } = terminal
  if (adAccount === undefined) throw new UsageError('--ad-account takes the id of the ad account to probe with.')
  const target = targetOf(flags, environment)
  const known = flags.adopted === undefined ? undefined : readEvidence(flags.adopted)
  const { configuration } = readConfiguration(configArguments(flags), environment)
  const out =
    flags.out === undefined
      ? undefined
      : new OutputFile(flags.out, { option: 'out', pattern: /"pinterest-ads-mock evidence"/ })
  out?.assertWritable()
  const plan = planProbe({
    operations: listOf(flags.operations),
    rules: listOf(flags.rules),
    thorough: flags.thorough,
    pin: flags.pin !== undefined,
    sandbox: target.baseUrl.startsWith('https://api-sandbox.pinterest.com/'),
  })
  for (const line of planLines(plan, target.baseUrl)) (flags.format === 'json' ? note : print)(line)
  if (!flags.yes && !(await ask?.('Send these calls?'))) {
    if (ask === undefined) throw new UsageError('Nobody is asked here: add --yes to send these calls.')
    return 'ok'
  }
  const client = new TargetClient({
    ...target,
    onWait: (milliseconds, reason) => note(`Waiting ${Math.ceil(milliseconds / 1000)} s: ${reason}`),
  })
  const outcome = await probe({
    ...{ plan, client, adAccount, pin: flags.pin, configuration, known, journal, signal },
    run: new Clock().milliseconds().toString(36),
    onCase: ({ rule }, index) => progress(`${index + 1} of ${plan.cases.length}: ${rule}`),
  })
  const { evidence, left, stopped } = outcome
  const text = client.hide(JSON.stringify(evidence, undefined, 2))
  out?.write(`${text}\n`)
  if (flags.format === 'json') print(text)
  else for (const line of resultLines(evidence, left)) print(client.hide(line))
  if (stopped !== undefined) note(`Stopped: ${client.hide(stopped.message)}`)
  if (left.length > 0) note(`Something is left behind; ${journal.path} has its ids: probe clean puts it away.`)
  if (stopped !== undefined || left.length > 0) return 'failure'
  return flags['fail-on'] === 'differences' && isDifferent(evidence) ? 'differences' : 'ok'
}

/** Returns the arguments with which the mock is configured that the target is compared with. */
const configArguments = ({ config, adopted }: ProbeFlags): readonly string[] => [
  ...(config === undefined ? [] : ['--config', config]),
  ...(adopted === undefined ? [] : ['--rules', adopted]),
]

const isDifferent = ({ rules, operations }: Evidence): boolean =>
  Object.keys(operations).length > 0 || Object.values(rules).some(({ verdict }) => verdict === 'differs')
