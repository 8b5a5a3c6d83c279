import { once } from 'node:events'
import { connect } from 'node:net'

/** Requests that a connection has sent and not been answered yet, at most. */
const atOnce = 50
const idHeader = 'x-mock-request-id'

/** A request as bytes on a connection that stays open. */
export function requestText(method: string, path: string, body = ''): string {
  const head = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    'authorization: Bearer any',
    ...(body === '' ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]),
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

/** Sends requests over one connection, many at once, and waits for all answers. */
export async function sendAll(port: number, requests: Iterator<string>): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  let [pending, isOver, rest] = [0, false, '']
  const fill = (): void => {
    let text = ''
    while (pending < atOnce && !isOver) {
      const next = requests.next()
      if (next.done) isOver = true
      else {
        text += next.value
        pending++
      }
    }
    if (text !== '') socket.write(text)
    if (isOver && pending === 0) socket.end()
  }
  socket.setEncoding('latin1').on('data', (answers) => {
    const parts = (rest + answers).split(idHeader)
    pending -= parts.length - 1
    // A header may be cut in the middle.
    rest = parts.at(-1)?.slice(-idHeader.length + 1) ?? ''
    if (pending < atOnce / 2) fill()
  })
  fill()
  await once(socket, 'close')
  if (pending > 0) throw new Error(`${pending} requests were not answered.`)
}
