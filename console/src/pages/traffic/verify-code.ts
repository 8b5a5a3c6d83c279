import type { Request } from '../../../../server/library/generated/control.ts'
import { rootOf } from '../../api/roots.ts'
import { belowWorld } from './written-request.ts'

/** The longest body that a test names: a longer one says nothing to its reader. */
const longestBody = 2000

/** What stands in the journal for a credential. Nothing matches it. */
const redacted = '…'

/** Returns a test in JavaScript that verifies that a client makes this call. */
export function verifyCode(call: Request): string {
  const match = JSON.stringify(matchOf(call), null, 2)
  return [
    "import { connectMock } from 'pinterest-ads-mock'",
    '',
    `const mock = connectMock(${JSON.stringify(rootOf(call.world))})`,
    `await mock.requests.verify(${match})`,
    '',
  ].join('\n')
}

function matchOf({ operation, method, url, ad_account, status, rules, request: { body, truncated } }: Request): object {
  const [path = '', query = ''] = belowWorld(url).split('?')
  const [rule] = rules
  const values = Object.entries(Object.fromEntries(new URLSearchParams(query)))
  const known = values.filter(([, value]) => !value.includes(redacted)).map(([name, value]) => [name, escaped(value)])
  const sent = truncated ? undefined : bodyOf(body)
  return {
    ...(operation === null ? { method, path: escaped(path) } : { operation }),
    ...(ad_account !== null && { ad_account }),
    ...(known.length > 0 && { query: Object.fromEntries(known) }),
    ...(sent !== undefined && { body_equals: sent }),
    ...(status !== null && { status }),
    ...(rule !== undefined && { rule }),
  }
}

/** Returns a text in which no `*` stands for any other. */
const escaped = (text: string): string => text.replaceAll('*', '\\*')

function bodyOf(body: string | null): object | undefined {
  if (body === null || body.length > longestBody || body.includes(redacted)) return undefined
  try {
    const value: unknown = JSON.parse(body)
    return value !== null && typeof value === 'object' ? value : undefined
  } catch {
    return undefined
  }
}
