import { ApiError } from '../domain/errors/api-errors.ts'
import type { Effect } from '../domain/faults/effect.ts'
import { faultHeader } from '../domain/faults/faults.ts'
import { messageFor, pythonText } from '../http/validation/messages.ts'
import { EffectField } from './effect-schema.ts'

/**
 * The effect that a request asks for by its header: `reset`, `latency=2s`, or JSON.
 *
 * @throws ApiError when there is none such, with the names of those there are.
 */
export function effectOfHeader(text: string): Effect {
  const given = text.startsWith('{') ? fromJson(text) : text
  const { success, data, error } = EffectField.safeParse(given)
  if (success) return data
  throw new ApiError('request.fault', { detail: error.issues.map((issue) => messageFor(issue, given)).join('; ') })
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError('request.fault', { detail: `${pythonText(text, 100)} is not JSON; send ${faultHeader}: reset` })
  }
}
