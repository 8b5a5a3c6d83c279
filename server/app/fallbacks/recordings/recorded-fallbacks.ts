import type { FastifyRequest } from 'fastify'
import { findOperation } from '#openapi/operation-router.ts'
import type { Operation } from '#openapi/operations.ts'
import { apiPathOf } from '#server/http/api-path.ts'
import type { FallbackCall, Fallbacks, Implementation } from '#server/http/implementation.ts'
import { sendRaw } from '#server/http/responses/raw-response.ts'
import { markSource } from '#server/http/responses/replies.ts'
import { keyOf, type Recording, recordedRequest } from '#server/target/recordings/recording.ts'
import { anyToken } from '../any-token.ts'
import { implementationOf } from '../fallback.ts'
import { readRecordings } from './read-recordings.ts'

/** The recordings of requests that have the method, the path and the query in common. */
interface RecordedCall {
  readonly implementation: Implementation
  readonly recordings: Recording[]
}

/**
 * Returns what answers calls by the recordings of a folder. Those of operations that this server has are left alone.
 *
 * @throws UsageError for a folder or a file that cannot be used.
 */
export async function recordedFallbacks(
  folder: string,
  isImplemented: (operation: Operation) => boolean,
): Promise<Fallbacks> {
  const calls = new Map<string, RecordedCall>()
  const methods = new Map<string, Set<string>>()
  for (const recording of await readRecordings(folder)) {
    const { method, path } = recording.request
    const own = findOperation(method, path)?.operation
    if (own !== undefined && isImplemented(own)) continue
    const key = keyOf(recording.request, false)
    const call = calls.get(key) ?? newCall(recording)
    call.recordings.push(recording)
    calls.set(key, call)
    methods.set(path, (methods.get(path) ?? new Set()).add(method))
  }
  return {
    find(call, own) {
      const found = own === undefined ? calls.get(callKey(call)) : undefined
      return found && { implementation: found.implementation, params: {} }
    },
    methodsOn: (path) => [...(methods.get(path) ?? [])],
  }
}

const callKey = ({ method, path, query }: FallbackCall): string =>
  keyOf(recordedRequest({ method: method === 'HEAD' ? 'GET' : method, path, query, body: undefined }), false)

function newCall({ operation, request }: Recording): RecordedCall {
  const recordings: Recording[] = []
  const implementation = implementationOf({
    operation: {
      id: operation ?? `${request.method} ${request.path}`,
      method: request.method as Operation['method'],
      path: request.path,
      tag: '',
      security: anyToken,
      rate_category: '',
      sandbox: true,
      since: '',
    },
    precondition: (_request, reply) => markSource(reply, 'recorded'),
    handler(request, reply) {
      const { status, headers, body } = bestOf(recordings, request).response
      const text = body === null ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
      const isJson = typeof body !== 'string' || /\bjson\b/.test(headers['content-type'] ?? '')
      return sendRaw(reply, { status, headers: isJson ? {} : headers, text, isJson })
    },
  })
  return { implementation, recordings }
}

/** Returns the recording of a request with the same body, else the latest of those with another one. */
function bestOf(recordings: readonly Recording[], request: FastifyRequest): Recording {
  const { method, url, body } = request
  const [, query = ''] = url.split('?')
  const key = keyOf(recordedRequest({ method, path: apiPathOf(request), query, body: body ?? undefined }), true)
  const same = recordings.find((recording) => keyOf(recording.request, true) === key)
  const latest = recordings.reduce((one, other) => (one.recorded > other.recorded ? one : other))
  return same ?? latest
}
