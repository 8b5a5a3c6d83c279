import { statSync } from 'node:fs'
import { changeCountOf } from './change-count.ts'
import { CheckpointThread } from './checkpoint-thread.ts'
import type { Database } from './database.ts'
import { pageSizeOf } from './open.ts'

/** Bytes of the log from which a checkpoint is due, and from which it is not left to another thread. */
const [dueBytes, mostBytes] = [2 ** 25, 2 ** 27]

/** SQLite's own setting: pages of the log after which a write checkpoints it. */
const automatic = 1000

/** How many keep the writes of a connection from checkpointing. */
const users = new WeakMap<Database, number>()

/**
 * Checkpoints of a database in a file while much is written to it: in another thread, so that no call waits for the disk.
 * Where that fails, and for a database in memory, writes checkpoint as always.
 */
export class BackgroundCheckpoints {
  readonly #database: () => Database | undefined
  /** The connection whose writes do not checkpoint. */
  #db: Database | undefined
  #thread: CheckpointThread | undefined
  /** The changes that there were when the log was last checkpointed: it is as long until the next one. */
  #done = -1
  #hasFailed = false

  /** @param database Returns the open database; undefined where there is nothing to write to any more. */
  constructor(database: () => Database | undefined) {
    this.#database = database
  }

  /** Keeps writes from checkpointing; returns whether the log has grown so long that `run` is due. */
  get areDue(): boolean {
    const db = this.#database()
    if (db === undefined || db.memory || this.#hasFailed) return false
    if (db !== this.#db) this.#turnOff(db)
    return this.#isLonger(db, dueBytes)
  }

  /** Checkpoints the log; resolves when it is done. Nothing must be kept of the database meanwhile. */
  async run(): Promise<void> {
    if (this.#db === undefined) return
    try {
      this.#done = changeCountOf(this.#db)
      this.#thread ??= new CheckpointThread(this.#db.name)
      await this.#thread.checkpoint(this.#db)
    } catch {
      this.#hasFailed = true
      return this.end()
    }
    // What other writes added meanwhile keeps the log from beginning anew.
    const db = this.#database()
    if (db !== this.#db || db === undefined) return
    if (bytesOfLog(db) > mostBytes) db.pragma('wal_checkpoint(PASSIVE)')
  }

  /** Lets writes checkpoint again, with what is left of the log done before, and ends the thread. */
  async end(): Promise<void> {
    const db = this.#database()
    const isLeft = db !== undefined && db === this.#db && this.#isLonger(db, automatic * pageSizeOf(db))
    if (isLeft && !this.#hasFailed) await this.run()
    if (this.#db?.open && this.#isLast(this.#db)) {
      this.#db.pragma(`wal_autocheckpoint = ${automatic}`)
      this.#db.pragma('journal_size_limit = -1')
    }
    this.#db = undefined
    await this.#thread?.end()
    this.#thread = undefined
  }

  /** Whether the log has as many bytes that are not checkpointed. */
  #isLonger(db: Database, bytes: number): boolean {
    return bytesOfLog(db) > bytes && changeCountOf(db) !== this.#done
  }

  /** Takes one of those away that keep writes from checkpointing, and returns whether it was the last. */
  #isLast(db: Database): boolean {
    const others = (users.get(db) ?? 1) - 1
    users.set(db, others)
    return others === 0
  }

  #turnOff(db: Database): void {
    this.#db = db
    users.set(db, (users.get(db) ?? 0) + 1)
    this.#done = -1
    db.pragma('wal_autocheckpoint = 0')
    // The file is cut when the log begins anew, so that its size is that of the log.
    db.pragma('journal_size_limit = 0')
  }
}

const bytesOfLog = ({ name }: Database): number => statSync(`${name}-wal`, { throwIfNoEntry: false })?.size ?? 0
