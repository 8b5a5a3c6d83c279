import type { Call } from '../call.ts'
import type { Detector, Occurrence } from './detector.ts'

/** Returns whether the call creates entities. Conversion events are deduplicated by their ids and do not count. */
const isCreation = ({ method, operation }: Call): boolean =>
  method === 'POST' && operation !== null && operation.endsWith('/create') && operation !== 'events/create'

/** Returns pairs of equal creations, the first of which satisfies `isFirst`. */
function repeated(calls: readonly Call[], isFirst: (call: Call) => boolean): readonly [Call, Call][] {
  const open = new Map<string, Call>()
  const found: [Call, Call][] = []
  for (const call of calls) {
    if (!isCreation(call) || call.body === null) continue
    const key = JSON.stringify([call.caller, call.path, call.body])
    const first = open.get(key)
    if (first !== undefined) found.push([first, call])
    if (isFirst(call)) open.set(key, call)
    else open.delete(key)
  }
  return found
}

const occurrencesOf = (pairs: readonly [Call, Call][], message: (operation: string) => string): readonly Occurrence[] =>
  pairs.map(([first, again]) => ({ message: message(first.operation ?? ''), requests: [first.id, again.id] }))

/** Detects a creation that is repeated after a lost response, although it may have succeeded. */
export const createAfterLostAnswer: Detector = {
  id: 'create-after-lost-answer',
  title: 'A creation repeated after its answer was lost',
  harm: 'What was stored before the answer was lost is there twice, and both are spent on.',
  instead: 'List what there is by its name before the creation is repeated.',
  find: (calls) =>
    occurrencesOf(
      repeated(calls, ({ lost }) => lost),
      (operation) => `${operation} was repeated with the same body after a lost answer.`,
    ),
}

/** Detects a creation that is sent twice. */
export const duplicateCreate: Detector = {
  id: 'duplicate-create',
  title: 'The same creation twice',
  harm: 'Names need not be unique: everything that passed the first time is there twice.',
  instead: 'Send only the items that were refused again; keep what was created by its id.',
  find: (calls) =>
    occurrencesOf(
      repeated(calls, ({ stored, lost }) => stored && !lost),
      (operation) => `${operation} was sent twice with the same body, and stored the first time.`,
    ),
}
