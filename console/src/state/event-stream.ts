/** Something that happened in the server, as test control streams it. */
export interface ServerEvent {
  /** `call`, `pending`, `world`, `clock`, `faults`, `stubs`, `settings` or `gap`. */
  readonly type: string
  readonly data: unknown
}

/** Events that arrived together, and the id from which the stream can be resumed after them. */
export interface EventBatch {
  readonly events: readonly ServerEvent[]
  readonly lastId: string | undefined
}

/** Reads Server-Sent Events from the body of a response: all that one chunk completes at once. */
export async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<EventBatch> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      if (blocks.length > 0) yield batchOf(blocks)
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}

function batchOf(blocks: readonly string[]): EventBatch {
  const events: ServerEvent[] = []
  let lastId: string | undefined
  for (const block of blocks) {
    let type = 'message'
    let data = ''
    for (const line of block.split('\n')) {
      const [, name, value = ''] = /^(id|event|data): ?(.*)$/.exec(line) ?? []
      if (name === 'id') lastId = value
      else if (name === 'event') type = value
      else if (name === 'data') data += value
    }
    if (data !== '') events.push({ type, data: JSON.parse(data) })
  }
  return { events, lastId }
}
