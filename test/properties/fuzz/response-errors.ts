import type { LightMyRequestResponse } from 'fastify'
import type { FuzzRequest } from './requests.ts'

/** Lists what no response may have, whatever the request was: a server error, a stack trace, no error envelope. */
export function errorsInResponse(
  { method }: Pick<FuzzRequest, 'method'>,
  { statusCode, headers, body }: Pick<LightMyRequestResponse, 'statusCode' | 'headers' | 'body'>,
): readonly string[] {
  if (statusCode < 400) return []
  const wrong: string[] = []
  if (statusCode >= 500 && statusCode !== 501) wrong.push(`status ${statusCode}`)
  if (/\n\s+at |node_modules|\.ts:\d+/.test(body)) wrong.push('a stack')
  if (method === 'HEAD') return wrong
  // The report in another form than JSON says that it does not pass by its status alone.
  if (statusCode === 422 && otherForms.test(String(headers['content-type']))) return wrong
  if (!String(headers['content-type']).startsWith('application/json')) return [...wrong, `no JSON (${statusCode})`]
  const { code, message } = Object(parsed(body))
  if (!Number.isInteger(code)) wrong.push('no code')
  if (code === 12) wrong.push('code 12')
  if (typeof message !== 'string' || message === '') wrong.push('no message')
  return wrong
}

/** The content types of reports: Markdown, JUnit and SARIF. */
const otherForms = /^(?:text\/markdown|application\/xml|application\/sarif\+json)\b/

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
