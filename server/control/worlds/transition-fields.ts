import { z } from 'zod'
import { secondsField } from '#server/http/schema/duration-fields.ts'
import { statesByKind } from '#server/registry/transitions.ts'

/** The most reads that a transition may wait for. */
const maxReads = 1000

/** How the entities of a kind come to their last state. */
const Transition = z
  .union(
    [
      z.enum(['immediate', 'never']),
      z.strictObject({ after: secondsField(1).meta({ description: 'Seconds, or text like `2h`.' }) }),
      z.strictObject({ reads: z.int().min(1).max(maxReads) }),
    ],
    { error: `must be "immediate", "never", { "after": "2h" } or { "reads": 3 }, of ${maxReads} reads at most` },
  )
  .meta({
    id: 'Transition',
    description:
      'Time of the transition: at once, never, after a duration of the clock, or with the nth read of the entity by a get or a list.',
    example: { reads: 3 },
  })

const kinds = Object.keys(statesByKind)

/** How entities come to their last states, by kind; a kind that is left out goes by its own times. */
export const Transitions = z
  .partialRecord(z.enum(kinds), Transition)
  .meta({ description: `Transitions by kind: ${kinds.join(', ')}.`, example: { audiences: 'immediate' } })
