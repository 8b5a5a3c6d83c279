import type { Database } from '#db/database.ts'

/** What a database holds that its tables' CHECKs refuse, though they were ignored when it was written; mostly nothing. */
export function brokenChecks(db: Database): readonly string[] {
  const ignored = db.pragma('ignore_check_constraints', { simple: true })
  // An integrity check ignores what its connection ignores.
  db.pragma('ignore_check_constraints = OFF')
  try {
    const found = db.pragma('integrity_check') as readonly { readonly integrity_check: string }[]
    return found.map(({ integrity_check }) => integrity_check).filter((sentence) => sentence !== 'ok')
  } finally {
    db.pragma(`ignore_check_constraints = ${ignored}`)
  }
}

/** Throws when a database holds what its tables' CHECKs refuse. */
export function holdToChecks(db: Database): void {
  const broken = brokenChecks(db)
  if (broken.length > 0) throw new Error(broken.join('\n'))
}
