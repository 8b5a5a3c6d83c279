import { isDeepStrictEqual } from 'node:util'
import type { Json } from '#test/support/mock.ts'

/** The server answered something else than the model; the message has the call and both answers. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement'
}

/** Holds an answer to what the model says; `what` tells the call. */
export function agree(what: string, got: Json, expected: Json): void {
  if (isDeepStrictEqual(got, expected)) return
  throw new Disagreement(`${what}\n${differences(got, expected).join('\n')}`)
}

/** Where two answers differ, one line each. */
function differences(got: Json, expected: Json, path = ''): readonly string[] {
  if (isDeepStrictEqual(got, expected)) return []
  const both = [got, expected]
  if (both.some((one) => typeof one !== 'object' || one === null) || Array.isArray(got) !== Array.isArray(expected)) {
    return [`${path || 'answer'}: the server has ${JSON.stringify(got)}, the model ${JSON.stringify(expected)}`]
  }
  const names = [...new Set(both.flatMap((one) => Object.keys(one)))]
  return names.flatMap((name) => differences(got[name], expected[name], `${path}/${name}`))
}
