/** An open better-sqlite3 database. */
export type { Database } from 'better-sqlite3'
