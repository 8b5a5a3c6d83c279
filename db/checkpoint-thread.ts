import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { CheckpointWorkerData } from './checkpoint-worker.ts'
import type { Database } from './database.ts'
import { announceCheckpoint, type CheckpointFlag } from './running-checkpoint.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const file = new URL(`./checkpoint-worker.${extension}`, import.meta.url)

/** A thread that checkpoints a database in a file, with a connection of its own that is open meanwhile only. */
export class CheckpointThread {
  readonly #flag: CheckpointFlag = new Int32Array(new SharedArrayBuffer(4))
  readonly #worker: Worker
  readonly #ended: Promise<readonly [string]>

  constructor(path: string) {
    const workerData: CheckpointWorkerData = { path, flag: this.#flag }
    this.#worker = new Worker(file, { workerData, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 16 } })
    this.#worker.on('error', () => undefined)
    this.#ended = new Promise((resolve) => this.#worker.once('exit', () => resolve(['The thread has ended.'])))
    this.#worker.unref()
  }

  /** Checkpoints the log of the database that this thread has open; throws when that fails. */
  async checkpoint(db: Database): Promise<void> {
    announceCheckpoint(db, this.#flag)
    try {
      this.#worker.postMessage(null)
      const [failure] = await Promise.race([once(this.#worker, 'message'), this.#ended])
      if (failure !== null) throw new Error(failure)
    } finally {
      Atomics.store(this.#flag, 0, 0)
    }
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}
