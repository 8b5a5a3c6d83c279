/** An open SQLite database, as better-sqlite3 has it. */
export type { Database } from 'better-sqlite3'
