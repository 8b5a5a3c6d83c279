import type { NewWorld } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { exportedState } from '../../api/state-file.ts'
import { originOf } from './origin.ts'
import type { KindChanges } from './state-changes.ts'

/** Seconds after which a world that was made for a comparison is deleted, should the page be closed before. */
const ttl = 600

/** Returns what differs between two origins: a snapshot and a seed are looked at in worlds of their own. */
export async function compare(before: string, after: string, signal: AbortSignal): Promise<readonly KindChanges[]> {
  const files = await Promise.all([stateOf(before), stateOf(after)])
  signal.throwIfAborted()
  const worker = new Worker(new URL('./comparison-worker.ts', import.meta.url), { type: 'module' })
  signal.addEventListener('abort', () => worker.terminate())
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<{ changes?: readonly KindChanges[]; error?: string }>) =>
        data.changes === undefined ? reject(new Error(data.error)) : resolve(data.changes)
      worker.onerror = ({ message }) => reject(new Error(message))
      worker.postMessage(files)
    })
  } finally {
    worker.terminate()
  }
}

async function stateOf(text: string): Promise<Blob> {
  const from = originOf(text)
  if ('world' in from) {
    // Reading an export would create the world.
    await control('default', `/worlds/${encodeURIComponent(from.world)}`)
    return exportedState(from.world)
  }
  const { name } = await control<NewWorld>('default', '/worlds', { body: { from, ttl } })
  try {
    return await exportedState(name)
  } finally {
    await control('default', `/worlds/${encodeURIComponent(name)}`, { method: 'DELETE' })
  }
}
