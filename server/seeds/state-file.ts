import { z } from 'zod'
import { imageOfState } from '#db/export.ts'
import { stateFormat } from '#db/state-tables.ts'
import { checkedState } from './state-check.ts'

/** An exported world. */
export const State = z
  .strictObject({
    format: z.literal(stateFormat),
    version: z.int().min(1),
    sequences: z.record(z.string(), z.int().min(0)),
    tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  })
  .meta({ id: 'State', description: 'Tables of a world as JSON. Later versions of this server can import it.' })

const begins = new RegExp(`^\\s*{\\s*"format"\\s*:\\s*"${stateFormat}"`)

/**
 * Returns the image of an exported world, if the text is one; undefined for any other text.
 *
 * @throws StateError, or a ZodError.
 */
export const imageOfStateFile = (text: string): Buffer | undefined =>
  begins.test(text) ? imageOfState(checkedState(State.parse(JSON.parse(text)))) : undefined
