import type { Blackout } from './blackout.ts'
import type { PlayedAct, PlayedAnswer } from './case-player.ts'
import type { Seen } from './evidence.ts'
import { refusalsIn } from './refusals.ts'
import { type Shape, shapeOf } from './shape.ts'

/** What an act showed of one server, without anything of the account. */
export interface Observation {
  readonly status: number
  /** The refusals of the answer; empty where the call passed. */
  readonly refusals: readonly { readonly code?: number; readonly message: string }[]
  readonly shape: Shape
  /** The step of the set-up that was refused, so that the call was never sent. */
  readonly stoppedAt?: string
}

/** Returns what an act showed. */
export function observe({ answer, stoppedAt }: PlayedAct<PlayedAnswer>, blackout: Blackout): Observation {
  const refusals = refusalsIn(answer.body).map((one) => ({ ...one, message: blackout.text(one.message) }))
  const isRefused = answer.status >= 400 || refusals.length > 0
  return {
    status: answer.status,
    refusals: isRefused && refusals.length === 0 ? [{ message: '' }] : refusals,
    shape: shapeOf(answer.body, (field) => blackout.field(field)),
    ...(stoppedAt !== undefined && { stoppedAt }),
  }
}

/** Returns what is kept of an observation: that refusal of it, the first unless another is named. */
export const seenOf = ({ status, refusals }: Observation, refusal = refusals[0]): Seen => ({
  status,
  ...(refusal?.code !== undefined && { code: refusal.code }),
  ...(refusal !== undefined && { message: refusal.message }),
})
