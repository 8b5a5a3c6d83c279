import type { TargetAnswer } from '../client/target-answer.ts'
import type { TargetClient } from '../client/target-client.ts'
import { TargetError } from '../client/target-error.ts'
import type { Blackout } from './blackout.ts'
import { CasePlayer, type PlayedAnswer, type ResolvedCall } from './case-player.ts'
import { fixtures } from './cases/fixtures.ts'
import type { Findings } from './findings.ts'
import type { MadeRegistry } from './made-registry.ts'
import { type Observation, observe } from './observation.ts'
import type { OurWorld } from './our-world.ts'
import type { ProbeAct, ProbeCase } from './probe-case.ts'
import { misfit, type PromotablePin } from './promotable-pin.ts'
import { shapeDifference } from './shape.ts'
import { judge, type Pair } from './verdict.ts'

/** What a probe runs with. */
export interface ProbeRunOptions {
  readonly cases: readonly ProbeCase[]
  readonly client: TargetClient
  readonly adAccount: string
  /** What ads are made of; absent where the user named none, and no case needs one. */
  readonly pin?: PromotablePin | undefined
  readonly ours: OurWorld
  /** Begins the name of everything that is made: the prefix and the run. */
  readonly name: string
  /** Returns the Unix seconds of the target. */
  readonly now: () => number
  readonly made: MadeRegistry
  readonly mask: Blackout
  readonly findings: Findings
  readonly signal: AbortSignal
  /** Called before each case, for progress. */
  readonly onCase?: (one: ProbeCase, index: number) => void
}

/**
 * Sends cases to the target and to the mock, and notes what differs. It puts nothing away.
 *
 * @throws TargetError when the target cannot be reached, refuses the token, or the signal came.
 */
export async function runProbe(options: ProbeRunOptions): Promise<void> {
  const { cases, pin, ours, name, now, findings, onCase, signal } = options
  const player = { name, now, fixtures }
  const { adAccount } = options
  const theirs = new CasePlayer({ ...player, adAccount, pin: pin?.id, send: (call) => sendTo(options, call) })
  const ourPin = pin && (await ours.makePin(pin.type))
  const our = new CasePlayer({ ...player, adAccount: ours.adAccount, pin: ourPin, send: ours.send })
  for (const [index, one] of cases.entries()) {
    onCase?.(one, index)
    if (signal.aborted) throw new TargetError('interrupted', 'Interrupted.')
    const untold = misfit(one, pin)
    if (untold !== undefined) {
      findings.add(one.rule, { untold })
      continue
    }
    await ours.setFeatures(one.features ?? {})
    const pairs = { refused: await play(one.refused), passes: await play(one.passes) }
    findings.add(one.rule, judge(one, pairs))
  }

  async function play(act: ProbeAct): Promise<Pair> {
    const pair = { ours: await our.play(act), theirs: await theirs.play(act) }
    const observed = { ours: observe(pair.ours, options.mask), theirs: observe(pair.theirs, options.mask) }
    noteShapes(observed, act, findings)
    return observed
  }
}

/** Notes how the shapes of two answers of the same outcome differ. */
function noteShapes({ ours, theirs }: Pair, { operation }: ProbeAct, findings: Findings): void {
  if (isRefused(ours) !== isRefused(theirs) || ours.status !== theirs.status) return
  if ((ours.stoppedAt ?? theirs.stoppedAt) !== undefined) return
  const difference = shapeDifference(ours.shape, theirs.shape)
  if (difference !== undefined) findings.addShape(isRefused(ours) ? `${operation} (refused)` : operation, difference)
}

const isRefused = ({ refusals }: Observation): boolean => refusals.length > 0

async function sendTo({ client, made, signal }: ProbeRunOptions, call: ResolvedCall): Promise<PlayedAnswer> {
  const answer = await sendResolved(client, call, signal)
  made.note(call, answer)
  return answer
}

/**
 * Sends a call of a probe to a target: repeated also where it creates something, since what is made twice is found by
 * its name.
 *
 * @throws TargetError when the target refuses the token, which every further call would show again.
 */
export async function sendResolved(
  client: TargetClient,
  { method, path, query, body, category }: ResolvedCall,
  signal?: AbortSignal,
): Promise<TargetAnswer> {
  const answer = await client.send({ method, path, query, body, category, repeatable: true, ...(signal && { signal }) })
  if (answer.status === 401)
    throw new TargetError('refused', `The target refuses the token: ${answer.text.slice(0, 300)}`)
  return answer
}
