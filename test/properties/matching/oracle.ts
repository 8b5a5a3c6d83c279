import type { Json } from '#test/support/mock.ts'

/** Tells whether a request, as the journal shows it, meets a match: written apart from the server, and as simply as can be. */
export function meets(request: Json, match: Json): boolean {
  const [path = '', query = ''] = request.url.split('?')
  const sent = [...new URLSearchParams(query)]
  const body = parsed(request.request.body)
  const tests: Readonly<Record<string, (expected: Json) => boolean>> = {
    operation: (expected) => request.operation === expected,
    method: (expected) => request.method === expected.toUpperCase(),
    path: (expected) => like(expected.replace(/^\/v5(?=\/|$)/, ''), path.replace(/^\/v5(?=\/|$)/, '')),
    ad_account: (expected) => request.ad_account === expected,
    query: (expected) =>
      Object.entries<Json>(expected).every(([name, value]) => {
        const values = sent.filter(([one]) => one === name).map(([, one]) => one)
        return value === null ? values.length === 0 : values.some((one) => like(String(value), one))
      }),
    headers: (expected) =>
      Object.entries<Json>(expected).every(([name, value]) => {
        const found = request.request.headers[name.toLowerCase()]
        return value === null ? found === undefined : found !== undefined && like(String(value), found)
      }),
    body_contains: (expected) => request.request.body?.includes(expected) ?? false,
    body_path: (expected) => partsAt(body, stepsOf(expected)).length > 0,
    body_equals: (expected) =>
      partsAt(body, stepsOf(match.body_path ?? '')).some((part) => JSON.stringify(part) === JSON.stringify(expected)),
    status: (expected) => new RegExp(`^${String(expected).replaceAll('x', '.')}$`).test(String(request.status)),
    rule: (expected) => request.rules.includes(expected),
    warnings: (expected) => request.warnings.length > 0 === expected,
    faults: (expected) => request.faults.length > 0 === expected,
  }
  return Object.entries(match).every(([name, expected]) => tests[name]?.(expected))
}

/** A pattern as a regular expression, which is what it is compared with. */
const like = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\/]/g, '\\$&').replaceAll('*', '.*')}$`, 's').test(text)

function parsed(text: string | null): Json {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

const stepsOf = (path: string): readonly string[] => path.match(/[\w-]+|\*/g) ?? []

function partsAt(value: Json, [step, ...rest]: readonly string[]): readonly Json[] {
  if (value === undefined) return []
  if (step === undefined) return [value]
  if (value === null || typeof value !== 'object') return []
  const next = step === '*' ? Object.values(value) : Object.hasOwn(value, step) ? [value[step]] : []
  return next.flatMap((one) => partsAt(one, rest))
}
