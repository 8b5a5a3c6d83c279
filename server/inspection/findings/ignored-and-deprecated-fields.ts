import type { Call } from '../call.ts'
import type { Detector, Occurrence } from './detector.ts'

/** Returns an occurrence for each different text of an operation's calls. */
function eachOf(
  calls: readonly Call[],
  textsOf: (call: Call) => readonly string[],
  message: (operation: string, text: string) => string,
): readonly Occurrence[] {
  const messages = calls.flatMap((call) =>
    textsOf(call).map((text) => ({ id: call.id, message: message(call.operation ?? '', text) })),
  )
  return [...Map.groupBy(messages, (one) => one.message)].map(([text, all]) => ({
    message: text,
    requests: all.map(({ id }) => id),
  }))
}

/** Detects undocumented fields and parameters. */
export const ignoredField: Detector = {
  id: 'ignored-field',
  title: 'A field or parameter that no version of the API describes',
  harm: 'What was meant by it may well not happen: often the name is misspelt.',
  instead: 'Look the name up in the description of the operation.',
  find: (calls) =>
    eachOf(
      calls,
      ({ ignored }) => ignored,
      (operation, field) => `${operation}: '${field}' is described by no version that is known here.`,
    ),
}

/** Detects deprecated fields, parameters and values. */
export const deprecatedField: Detector = {
  id: 'deprecated-field',
  title: 'Something deprecated',
  harm: 'A version of the API to come refuses or ignores it.',
  instead: 'Follow what the note says.',
  find: (calls) =>
    eachOf(
      calls,
      ({ deprecated }) => deprecated,
      (operation, note) => `${operation}: ${note}.`,
    ),
}
