import { redactedBodyOf } from '../domain/matching/call-view.ts'
import { redactionMark } from '../domain/redaction/redactor.ts'
import { pathOfWorld } from '../domain/world-name.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { redactedUrlOf } from './request-view.ts'

const droppedHeaders = new Set([
  'host',
  'connection',
  'content-length',
  'accept-encoding',
  'user-agent',
  'transfer-encoding',
])

/**
 * Returns a shell command that sends the request again to the same world. Credentials are read from
 * `$PINTEREST_ACCESS_TOKEN`, `$PINTEREST_APP_ID` and `$PINTEREST_APP_SECRET`, since the journal redacts them.
 */
export function curlOf(entry: JournalEntry, origin: string): string {
  const headers = Object.entries(entry.redactor.headers(entry.headers)).filter(([name]) => !droppedHeaders.has(name))
  const parts = [
    `curl ${verbOf(entry.method)} ${quoted(origin + inWorld(entry))}`,
    ...headers.map(([name, value]) => credentials.get(value) ?? `-H ${quoted(`${name}: ${value}`)}`),
  ]
  const body = redactedBodyOf(entry)
  if (body !== null) parts.push(`--data-raw ${quoted(body)}`)
  return `${parts.join(' \\\n  ')}\n`
}

/** The curl arguments that replace redacted credentials. */
const credentials: ReadonlyMap<string, string> = new Map([
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
  [`Bearer ${redactionMark}`, '-H "authorization: Bearer ${PINTEREST_ACCESS_TOKEN:-any-text}"'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
  [`Basic ${redactionMark}`, '-u "${PINTEREST_APP_ID:-app}:${PINTEREST_APP_SECRET:-secret}"'],
])

/** With `-X HEAD`, curl would wait for a body that never comes. */
const verbOf = (method: string): string => (method === 'HEAD' ? '--head' : `-X ${method}`)

/** Returns the URL with its world, which a token may have selected. */
function inWorld(entry: JournalEntry): string {
  const url = redactedUrlOf(entry)
  return url.startsWith('/w/') ? url : entry.redactor.text(pathOfWorld(entry.world)) + url
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
