import { once } from 'node:events'
import { connect } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { type Reading, readAnswers } from './answers.ts'
import type { Heard } from './heard.ts'
import type { Plan } from './plan.ts'

/** What came of a connection. */
export interface Talked extends Reading {
  /** Whether the server left it open though nothing more could come. */
  readonly isHung: boolean
  /** The methods of the requests that the server has read. */
  readonly methods: readonly string[]
}

/** Milliseconds that a server has for one connection; a busy machine is slow. */
const longest = 20_000

/** Does what is planned with a new connection. */
export async function talk(port: number, plan: Plan, heard: Heard): Promise<Talked> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
  const chunks: Buffer[] = []
  let localPort: number | undefined
  const { promise: answered, resolve } = Promise.withResolvers<void>()
  const read = (): Reading => readAnswers(Buffer.concat(chunks), (index) => heard.methodsOf(localPort)[index])
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
  return { ...read(), isHung, methods: heard.methodsOf(localPort) }
}
