import type { Configuration } from '#server/config/configuration.ts'
import { isoOf } from '#server/domain/time/clock.ts'
import { version } from '#server/version.ts'
import type { TargetClient } from '../client/target-client.ts'
import { TargetError } from '../client/target-error.ts'
import { readAccount } from './account.ts'
import { Blackout } from './blackout.ts'
import { type Evidence, evidenceFormat } from './evidence.ts'
import { findByName, together } from './find-by-name.ts'
import { Findings } from './findings.ts'
import type { ProbeJournal } from './journal.ts'
import { MadeRegistry } from './made-registry.ts'
import { openOurWorld } from './our-world.ts'
import type { Plan } from './plan.ts'
import type { ProbeCase } from './probe-case.ts'
import { readPin } from './promotable-pin.ts'
import { type LeftBehind, putAway } from './put-away.ts'
import { namePrefix } from './references.ts'
import { runProbe, sendResolved } from './run-probe.ts'

/** What a probe needs. */
export interface ProbeOptions {
  readonly plan: Plan
  readonly client: TargetClient
  readonly adAccount: string
  /** The id of a Pin of the user, of which ads are made. */
  readonly pin?: string | undefined
  /** What the mock is made with that the target is compared with. */
  readonly configuration: Configuration
  /** What was adopted before. */
  readonly known?: Evidence | undefined
  readonly journal: ProbeJournal
  /** Distinguishes this run in the names of what it makes. */
  readonly run: string
  readonly signal: AbortSignal
  readonly onCase?: (one: ProbeCase, index: number) => void
}

/** What became of a probe. */
export interface ProbeOutcome {
  readonly evidence: Evidence
  /** What could not be put away. */
  readonly left: readonly LeftBehind[]
  readonly made: number
  /** Why it ended before its last case, if it did. */
  readonly stopped?: TargetError
}

/**
 * Probes a target, and puts away what it made, however it ends.
 *
 * @throws TargetError when the ad account or the Pin cannot be read. UsageError when no ad can be made of the Pin, or
 * an earlier probe did not end.
 */
export async function probe(options: ProbeOptions): Promise<ProbeOutcome> {
  const { plan, client, adAccount, configuration, known, journal, run, signal } = options
  const mask = new Blackout()
  const { texts, clock } = await readAccount(client, adAccount, signal)
  const pin = options.pin === undefined ? undefined : await readPin(client, adAccount, options.pin, signal)
  mask.add([...texts, adAccount, ...(pin?.texts ?? [])])
  const name = `${namePrefix} ${run}`
  journal.begin({ run, target: client.baseUrl, ad_account: adAccount, started: clock.seconds() })
  const made = new MadeRegistry(journal)
  const findings = new Findings(known)
  const ours = await openOurWorld(configuration)
  let stopped: TargetError | undefined
  try {
    const now = (): number => clock.seconds()
    await runProbe({ ...options, cases: plan.cases, pin, ours, name, now, made, mask, findings })
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    stopped = error
  } finally {
    await ours.close()
  }
  const left =
    stopped?.failure === 'refused' ? leftIn(made) : await putEverythingAway(options, made, name, stopped !== undefined)
  if (left.length === 0) journal.end()
  const rules = { ...untoldRules(plan), ...findings.rules }
  const evidence: Evidence = {
    format: evidenceFormat,
    version: 1,
    date: isoOf(clock.milliseconds()).slice(0, 10),
    target: placeOf(client.baseUrl),
    mock: version,
    api_version: configuration.apiVersion,
    rules: Object.fromEntries(Object.entries(rules).sort(([one], [other]) => (one < other ? -1 : 1))),
    operations: findings.operations,
  }
  return { evidence, left, made: made.made, ...(stopped !== undefined && { stopped }) }
}

/** Puts away what was made; by its name too where a call may have made something whose answer was lost. */
async function putEverythingAway(
  { client, adAccount }: Pick<ProbeOptions, 'client' | 'adAccount'>,
  made: MadeRegistry,
  name: string,
  wasStopped: boolean,
): Promise<readonly LeftBehind[]> {
  const options = {
    adAccount,
    send: (call: Parameters<typeof sendResolved>[1]) => sendResolved(client, call),
    onAway: (kind: string, id: string): void => made.away(kind, id),
  }
  try {
    const isCertain = !wasStopped && client.repeated === 0
    // Before anything is put away, since previews are found by their ad groups.
    const forgotten = isCertain ? new Map() : await findByName(name, options)
    const left = await putAway(together(made.left, forgotten), options)
    const remaining = left.length === 0 ? new Map() : await findByName(name, options)
    return remaining.size === 0 ? [] : await putAway(remaining, options)
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    return leftIn(made, error.message)
  }
}

const leftIn = ({ left }: MadeRegistry, reason = 'the target refuses the token'): readonly LeftBehind[] =>
  [...left].flatMap(([kind, ids]) => [...ids].map((id) => ({ kind, id, reason })))

const untoldRules = ({ untold }: Plan): Evidence['rules'] =>
  Object.fromEntries([...untold].map(([rule, reason]) => [rule, { verdict: 'untold' as const, reason }]))

function placeOf(baseUrl: string): Evidence['target'] {
  const { hostname } = new URL(baseUrl)
  if (hostname === 'api-sandbox.pinterest.com') return 'sandbox'
  return hostname.endsWith('.pinterest.com') ? 'production' : 'other'
}
