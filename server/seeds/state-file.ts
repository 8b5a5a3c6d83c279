import { z } from 'zod'
import { imageOfState } from '../../db/state.ts'
import { stateFormat } from '../../db/state-text.ts'
import { isSetting } from '../stored-settings.ts'

/** A world as it is exported. */
export const State = z
  .strictObject({
    format: z.literal(stateFormat),
    version: z.int().min(1),
    sequences: z.record(z.string(), z.int().min(0)),
    tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).check(({ value, issues }) => {
      const index = value.settings?.findIndex((row) => !isSetting(row)) ?? -1
      if (index === -1) return
      const message = `is no setting '${value.settings?.[index]?.name}' of a world`
      issues.push({ code: 'custom', path: ['settings', index, 'json'], message, input: value })
    }),
  })
  .meta({ id: 'State', description: "A world's tables as JSON. A later version of this server reads it too." })

const begins = new RegExp(`^\\s*{\\s*"format"\\s*:\\s*"${stateFormat}"`)

/**
 * The image of an exported world, when a file has one; undefined for any other text.
 *
 * @throws StateRefused, or a ZodError.
 */
export const imageOfStateFile = (text: string): Buffer | undefined =>
  begins.test(text) ? imageOfState(State.parse(JSON.parse(text))) : undefined
