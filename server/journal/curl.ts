import { pathOfWorld } from '../domain/world-name.ts'
import type { JournalEntry } from './entry.ts'
import { blackedOut, redactedHeaders } from './redact.ts'
import { redactedUrlOf, requestBodyOf } from './view.ts'

const left = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'user-agent', 'transfer-encoding'])

/**
 * A shell command that sends the request again, to the same world. The bearer token is the one in
 * `$PINTEREST_ACCESS_TOKEN`, since the journal does not tell it.
 */
export function curlOf(entry: JournalEntry, origin: string): string {
  const headers = Object.entries(redactedHeaders(entry.headers)).filter(([name]) => !left.has(name))
  const parts = [
    `curl -X ${entry.method} ${quoted(origin + inWorld(entry))}`,
    ...headers.map(([name, value]) => (value === `Bearer ${blackedOut}` ? token : `-H ${quoted(`${name}: ${value}`)}`)),
  ]
  const body = requestBodyOf(entry)
  if (body !== null) parts.push(`--data-raw ${quoted(body)}`)
  return `${parts.join(' \\\n  ')}\n`
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
const token = '-H "authorization: Bearer ${PINTEREST_ACCESS_TOKEN:-any-text}"'

/** The URL with its world, which a token may have selected. */
function inWorld(entry: JournalEntry): string {
  const url = redactedUrlOf(entry)
  return url.startsWith('/w/') ? url : pathOfWorld(entry.world) + url
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
