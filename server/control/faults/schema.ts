import { z } from 'zod'
import { presetNames } from '#server/domain/faults/presets.ts'
import { evidences } from '#server/domain/rules/rule.ts'
import { EffectField } from '#server/faults/effect-schema.ts'
import { callMatchFields } from '#server/http/schema/call-match-fields.ts'
import { DurationInSeconds } from '#server/http/schema/duration-fields.ts'
import { Name } from '../protocol/name-field.ts'

const Match = z
  .strictObject(callMatchFields)
  .meta({ id: 'FaultMatch', description: 'What a request must be; any when nothing is said.' })

const Trigger = z
  .strictObject({
    nth: z.int().min(1).optional().meta({ description: 'The nth call that matches, alone.' }),
    first: z.int().min(1).optional().meta({ description: 'The first so many.' }),
    every: z.int().min(1).optional().meta({ description: 'Every nth.' }),
    probability: z.number().gt(0).max(1).optional().meta({ description: 'Each with this probability.' }),
  })
  .refine((trigger) => Object.values(trigger).filter((value) => value !== undefined).length <= 1, {
    error: 'says more than one of nth, first, every and probability',
  })
  .meta({ id: 'FaultTrigger', description: 'Which of the calls that match are struck; all when nothing is said.' })

const rule = {
  match: Match.default({}),
  trigger: Trigger.default({}),
  times: z.int().min(1).optional().meta({ description: 'How many calls it strikes at the most.' }),
  expires_in: DurationInSeconds.refine((seconds) => seconds > 0, { error: 'is over before it begins' })
    .refine((seconds) => Number.isInteger(seconds), { error: 'has parts of a second, which no fault counts' })
    .optional()
    .meta({ description: "A duration on the world's clock, in whole seconds.", example: '5m' }),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .optional()
    .meta({
      description:
        'What probability and drawn latencies begin with. A function of the id when absent: each run is alike.',
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
    preset: z.enum(presetNames).meta({ description: 'A failure of production, by its name.' }),
    match: Match.optional().meta({ description: 'Beside what the failure matches.' }),
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
  .meta({ id: 'Preset', description: 'A failure of production, and the faults that imitate it.' })

/** A fault with its counters. */
export const FaultReply = z
  .object({
    id: z.string(),
    match: z.record(z.string(), z.unknown()),
    trigger: z.record(z.string(), z.unknown()),
    effect: z.looseObject({ type: z.string() }),
    seed: z.int().nullable(),
    times: z.int().nullable(),
    created: z.int().meta({ description: "Unix seconds of the world's clock, as `expires` is." }),
    expires: z.int().nullable(),
    active: z.boolean().meta({ description: 'Whether it can still strike.' }),
    matched: z.int().meta({ description: 'How many calls matched while it was in force.' }),
    hits: z.int().meta({ description: 'How many of those it struck.' }),
    remaining: z.int().nullable().meta({ description: 'How many it can still strike; null when there is no end.' }),
  })
  .meta({ id: 'Fault' })

/** The path parameters of a fault. */
export const FaultPath = z.object({ id: z.string() })
