import { errorsInResponse } from '../response-errors.ts'
import type { ConnectionResult } from './connection.ts'
import type { Plan } from './plan.ts'
import { numberHeader } from './received-requests.ts'

/** Part of the message that the server answers bytes with which are no HTTP. */
const malformedMessage = 'not HTTP/1.1'

/** Lists what is wrong with the responses of one connection. */
export function errorsOnConnection(
  { started, whole, end, isRude }: Plan,
  { answers, interim, isComplete, isHung, methods, wrong }: ConnectionResult,
): readonly string[] {
  const found = [...wrong]
  if (isHung) found.push('neither answered nor ended')
  if (interim > started) found.push('more said to go on than asked')
  // Bytes that are left over behind the last request may be refused as well.
  if (answers.length > started + 1) found.push(`${answers.length} answers to ${started} requests`)
  const numbers = answers.map(({ headers }) => headers[numberHeader])
  if (numbers.some((number, index) => number !== undefined && number !== String(index))) {
    found.push(`answers to other requests: ${numbers}`)
  }
  for (const [index, answer] of answers.entries()) {
    found.push(...errorsInResponse({ method: methods[index] ?? 'GET' }, answer))
    if (index < whole && answer.body.includes(malformedMessage))
      found.push('a request in order refused for bytes behind it')
  }
  if (isRude || end === 'gone' || end === 'reset') return found
  if (!isComplete) found.push('half of an answer')
  if (answers.length < whole) found.push(`${answers.length} answers to ${whole} whole requests`)
  return found
}
