import { UsageError } from '#server/config/usage-error.ts'
import { TargetClient } from '../client/target-client.ts'
import { targetOf } from '../client/target-flags.ts'
import type { ResolvedCall } from './case-player.ts'
import { findByName, together } from './find-by-name.ts'
import type { ProbeFlags } from './flags.ts'
import type { ProbeJournal } from './journal.ts'
import { kinds } from './kinds.ts'
import { putAway } from './put-away.ts'
import { namePrefix } from './references.ts'
import { sendResolved } from './run-probe.ts'
import type { ProbeTerminal } from './terminal.ts'

/**
 * Puts away what earlier probes left behind: what the journal names, then whatever bears the name of a probe. Returns
 * whether nothing is left.
 *
 * @throws UsageError when neither the journal nor flags name a target and an ad account.
 */
export async function cleanUp(flags: ProbeFlags, journal: ProbeJournal, terminal: ProbeTerminal): Promise<boolean> {
  const { environment, print, signal } = terminal
  const content = journal.read()
  const target = targetOf({ ...flags, target: flags.target ?? content?.start.target }, environment)
  const adAccount = flags.adAccount ?? content?.start.ad_account
  if (adAccount === undefined) throw new UsageError('--ad-account takes the id of the ad account to clean.')
  const client = new TargetClient(target)
  let count = 0
  const options = {
    adAccount,
    send: (call: ResolvedCall) => sendResolved(client, call, signal),
    onAway: (): void => void count++,
  }
  const isOfTarget = content?.start.ad_account === adAccount && content.start.target === target.baseUrl
  const found = await findByName(namePrefix, options)
  const refused = await putAway(isOfTarget ? together(content.left, found) : found, options)
  // What the journal alone names may be put away already, which the real service refuses to do again.
  const left = refused.filter(
    ({ kind, id }) => kinds.every(({ name }) => name !== kind) || found.get(kind)?.has(id) === true,
  )
  for (const { kind, id, reason } of left) print(client.hide(`Left behind: ${kind} ${id}: ${reason}`))
  print(`${count} put away, ${left.length} left behind`)
  if (left.length === 0 && isOfTarget) journal.end()
  return left.length === 0
}
