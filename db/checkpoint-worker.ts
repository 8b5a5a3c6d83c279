import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { CheckpointFlag } from './running-checkpoint.ts'

/** What the thread is started with: the file of the database, and what tells the other thread that it is open here. */
export interface CheckpointWorkerData {
  readonly path: string
  readonly flag: CheckpointFlag
}

const { path, flag }: CheckpointWorkerData = workerData

function checkpoint(): void {
  const db = new Database(path, { fileMustExist: true })
  try {
    db.pragma('synchronous = NORMAL')
    db.pragma('wal_checkpoint(PASSIVE)')
  } finally {
    db.close()
  }
}

parentPort?.on('message', () => {
  let failure: string | null = null
  try {
    checkpoint()
  } catch (error) {
    failure = String(error)
  }
  Atomics.store(flag, 0, 0)
  Atomics.notify(flag, 0)
  parentPort?.postMessage(failure)
})
