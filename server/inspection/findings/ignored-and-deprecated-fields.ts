import type { Call } from '../call.ts'
import type { Detector, Finding } from './detector.ts'

/** A finding for each different text that calls of an operation have. */
function eachOf(
  calls: readonly Call[],
  textsOf: (call: Call) => readonly string[],
  message: (operation: string, text: string) => string,
): readonly Finding[] {
  const told = calls.flatMap((call) =>
    textsOf(call).map((text) => ({ id: call.id, message: message(call.operation ?? '', text) })),
  )
  return [...Map.groupBy(told, (one) => one.message)].map(([text, all]) => ({
    message: text,
    requests: all.map(({ id }) => id),
  }))
}

/** Sending what no version of the API describes. */
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

/** Sending what will not be read for long. */
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
