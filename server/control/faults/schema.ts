import { z } from 'zod'
import { presetNames } from '#server/domain/faults/presets.ts'
import { evidences } from '#server/domain/rules/rule.ts'
import { EffectField } from '#server/faults/effect-schema.ts'
import { callMatchFields } from '#server/http/schema/call-match-fields.ts'
import { DurationInSeconds } from '#server/http/schema/duration-fields.ts'
import { Name } from '../protocol/name-field.ts'
import { Warnings } from '../protocol/warnings-field.ts'

const Match = z
  .strictObject(callMatchFields)
  .meta({ id: 'FaultMatch', description: 'Criteria for requests. Absent: every request.' })

const Trigger = z
  .strictObject({
    nth: z.int().min(1).optional().meta({ description: 'Affects the nth matching call only.' }),
    first: z.int().min(1).optional().meta({ description: 'Affects the first n matching calls.' }),
    every: z.int().min(1).optional().meta({ description: 'Affects every nth matching call.' }),
    probability: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .meta({ description: 'Affects each matching call with this probability.' }),
  })
  .refine((trigger) => Object.values(trigger).filter((value) => value !== undefined).length <= 1, {
    error: 'says more than one of nth, first, every and probability',
  })
  .meta({ id: 'FaultTrigger', description: 'Selects among matching calls. Absent: all.' })

const rule = {
  match: Match.default({}),
  trigger: Trigger.default({}),
  times: z.int().min(1).optional().meta({ description: 'Maximum number of affected calls.' }),
  expires_in: DurationInSeconds.refine((seconds) => seconds > 0, { error: 'is over before it begins' })
    .refine((seconds) => Number.isInteger(seconds), { error: 'has parts of a second, which no fault counts' })
    .optional()
    .meta({ description: "Duration on the world's clock, in whole seconds.", example: '5m' }),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .optional()
    .meta({
      description:
        'Seed of the random numbers for probability and latencies. Absent: derived from the id, so that every run is the same.',
    }),
  effect: EffectField,
}

/** The body that creates a fault. */
export const FaultCreate = z.strictObject({ id: Name.optional(), ...rule }).meta({
  id: 'FaultCreate',
  example: { match: { operation: 'campaigns/create' }, trigger: { nth: 2 }, effect: { type: 'rate_limited' } },
})

/** The body that adds the faults of a failure by its name. What it says beside replaces what the faults say. */
export const PresetCreate = z
  .strictObject({
    preset: z.enum(presetNames).meta({ description: 'Name of a failure of production.' }),
    match: Match.optional().meta({ description: 'Criteria in addition to those of the failure.' }),
    trigger: Trigger.optional(),
    times: rule.times,
    expires_in: rule.expires_in,
    seed: rule.seed,
  })
  .meta({ id: 'PresetCreate', example: { preset: 'deploy', expires_in: '1m' } })

/** A failure of production by name. */
export const PresetReply = z
  .object({
    name: z.string(),
    meaning: z.string(),
    evidence: z.enum(evidences),
    source: z.string(),
    faults: z.array(z.looseObject({ id: z.string(), effect: z.looseObject({ type: z.string() }) })),
  })
  .meta({ id: 'Preset', description: 'A named failure of production with the faults that imitate it.' })

/** A fault with its counters. */
export const FaultReply = z
  .object({
    id: z.string(),
    match: z.record(z.string(), z.unknown()),
    trigger: z.record(z.string(), z.unknown()),
    effect: z.looseObject({ type: z.string() }),
    seed: z.int().nullable(),
    times: z.int().nullable(),
    created: z.int().meta({ description: "Unix time in seconds on the world's clock, like `expires`." }),
    expires: z.int().nullable(),
    active: z.boolean().meta({ description: 'Whether the fault can still apply.' }),
    matched: z.int().meta({ description: 'Number of matching calls while the fault was active.' }),
    hits: z.int().meta({ description: 'Number of affected calls.' }),
    warnings: Warnings,
    remaining: z
      .int()
      .nullable()
      .meta({ description: 'Number of calls that the fault can still affect. null: no limit.' }),
  })
  .meta({ id: 'Fault' })

/** The path parameters of a fault. */
export const FaultPath = z.object({ id: z.string() })
