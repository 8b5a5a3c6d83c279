import type { Database } from './database.ts'

/** What a checkpoint in another thread shares with this one: 1 while it has the file open. */
export type CheckpointFlag = Int32Array<SharedArrayBuffer>

/** Milliseconds after which a checkpoint that another thread does not end is left alone. */
const longest = 10_000

const running = new WeakMap<Database, Set<CheckpointFlag>>()

/** Announces that another thread is about to open the file of a database, for which it sets the flag. */
export function announceCheckpoint(db: Database, flag: CheckpointFlag): void {
  Atomics.store(flag, 0, 1)
  running.set(db, (running.get(db) ?? new Set()).add(flag))
}

/**
 * Waits until no other thread has the file of a database open; to be called before the database is closed. Otherwise the
 * other thread would be the last to close it, which deletes the log by its path: that of another file by then.
 */
export function awaitCheckpoint(db: Database): void {
  for (const flag of running.get(db) ?? []) Atomics.wait(flag, 0, 1, longest)
  running.delete(db)
}
