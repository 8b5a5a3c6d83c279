import { wrongIn } from '../wrong.ts'
import { numberHeader } from './heard.ts'
import type { Plan } from './plan.ts'
import type { Talked } from './talk.ts'

/** What only the server itself says of bytes that it cannot read. */
const ofBytes = 'not HTTP/1.1'

/** What is wrong with what came of a connection. */
export function wrongOn(
  { begun, whole, end, isRude }: Plan,
  { answers, interim, isComplete, isHung, methods, wrong }: Talked,
): readonly string[] {
  const found = [...wrong]
  if (isHung) found.push('neither answered nor ended')
  if (interim > begun) found.push('more said to go on than asked')
  // Bytes that are left over behind the last request may be refused as well.
  if (answers.length > begun + 1) found.push(`${answers.length} answers to ${begun} requests`)
  const numbers = answers.map(({ headers }) => headers[numberHeader])
  if (numbers.some((number, index) => number !== undefined && number !== String(index))) {
    found.push(`answers to other requests: ${numbers}`)
  }
  for (const [index, answer] of answers.entries()) {
    found.push(...wrongIn({ method: methods[index] ?? 'GET' }, answer))
    if (index < whole && answer.body.includes(ofBytes)) found.push('a request in order refused for bytes behind it')
  }
  if (isRude || end === 'gone' || end === 'reset') return found
  if (!isComplete) found.push('half of an answer')
  if (answers.length < whole) found.push(`${answers.length} answers to ${whole} whole requests`)
  return found
}
