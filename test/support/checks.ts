import type { Database } from '#db/database.ts'

/** What a database holds that its tables' CHECKs refuse, though they were ignored when it was written; mostly nothing. */
export function brokenChecks(
  db: Database,
  check: 'integrity_check' | 'quick_check' = 'integrity_check',
): readonly string[] {
  const ignored = db.pragma('ignore_check_constraints', { simple: true })
  // A check ignores what its connection ignores.
  db.pragma('ignore_check_constraints = OFF')
  try {
    const found = db.pragma(check) as readonly Readonly<Record<typeof check, string>>[]
    return found.map((row) => row[check]).filter((sentence) => sentence !== 'ok')
  } finally {
    db.pragma(`ignore_check_constraints = ${ignored}`)
  }
}

/** Throws when a database holds what its tables' CHECKs refuse. */
export function holdToChecks(db: Database): void {
  // The quick check leaves out what indexes hold, and takes a quarter of the time.
  const broken = brokenChecks(db, 'quick_check')
  if (broken.length > 0) throw new Error(broken.join('\n'))
}
