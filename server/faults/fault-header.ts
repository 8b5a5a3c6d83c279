import { ApiError } from '../domain/errors/api-errors.ts'
import type { Effect } from '../domain/faults/effect.ts'
import { faultHeader } from '../domain/faults/faults.ts'
import { messageFor, pythonText } from '../http/validation/messages.ts'
import { EffectField } from './effect-schema.ts'

/**
 * Parses the effect in the header of a request: `reset`, `latency=2s`, or JSON.
 *
 * @throws ApiError when it is no known effect, with the names of those that exist.
 */
export function effectOfHeader(text: string): Effect {
  const input = text.startsWith('{') ? fromJson(text) : text
  const { success, data, error } = EffectField.safeParse(input)
  if (success) return data
  throw new ApiError('request.fault', { detail: error.issues.map((issue) => messageFor(issue, input)).join('; ') })
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError('request.fault', { detail: `${pythonText(text, 100)} is not JSON; send ${faultHeader}: reset` })
  }
}
