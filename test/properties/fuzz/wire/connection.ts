import { once } from 'node:events'
import { connect } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import type { Plan } from './plan.ts'
import type { ReceivedRequests } from './received-requests.ts'
import { type ParsedResponses, parseResponses } from './responses.ts'

/** What a connection received until it closed. */
export interface ConnectionResult extends ParsedResponses {
  /** Whether the server neither answered nor closed it in time. */
  readonly isHung: boolean
  /** The methods of the requests that the server read from it. */
  readonly methods: readonly string[]
}

/** Milliseconds after which a connection counts as hung: long, since the machine may be busy. */
const longest = 120_000

/** Opens a connection, sends the bytes of the plan in its pieces, and reads until the connection closes. */
export async function runConnection(port: number, plan: Plan, received: ReceivedRequests): Promise<ConnectionResult> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
  const chunks: Buffer[] = []
  let localPort: number | undefined
  const { promise: answered, resolve } = Promise.withResolvers<void>()
  const read = (): ParsedResponses =>
    parseResponses(Buffer.concat(chunks), (index) => received.methodsOf(localPort)[index])
  const closed = once(
    socket.on('error', () => {}),
    'close',
  ).catch(() => {})
  socket.on('data', (chunk) => {
    chunks.push(chunk)
    if (read().answers.length >= plan.whole) resolve()
  })
  socket.once('end', () => socket.end())
  const overdue = setTimeout(() => socket.destroy(new Error('hung')), longest)
  if (plan.whole === 0) resolve()
  void closed.then(() => resolve())
  await once(socket, 'connect')
  localPort = socket.localPort
  let from = 0
  for (const to of plan.cuts) {
    if (!socket.writable) break
    socket.write(plan.bytes.subarray(from, to))
    from = to
    await turn()
  }
  if (plan.end === 'gone') socket.destroy()
  else if (plan.end === 'reset') socket.resetAndDestroy()
  else {
    await answered
    socket.end()
  }
  await closed
  const isHung = socket.errored?.message === 'hung'
  clearTimeout(overdue)
  return { ...read(), isHung, methods: received.methodsOf(localPort) }
}
