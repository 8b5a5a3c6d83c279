import { openSync, readSync } from 'node:fs'
import { readsAnyProcess } from '../processor-time.ts'

const buffer = Buffer.alloc(128)

/**
 * Returns what reads the milliseconds for which the first threads of a process and of this one have waited for a processor:
 * of the time of a call between the two, what other work on the machine has taken. Where Linux does not tell, it is 0.
 */
export function waitingTime(pid: number): () => number {
  if (!readsAnyProcess) return () => 0
  const files = [pid, process.pid].map((id) => openSync(`/proc/${id}/task/${id}/schedstat`, 'r'))
  return () => files.reduce((sum, file) => sum + waitedOf(file), 0)
}

function waitedOf(file: number): number {
  const text = buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0))
  return Number(text.split(' ')[1]) / 1e6
}
