import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'

/** An event, as far as requests for deletion name it. */
interface Deletable {
  readonly emails: string | null
  readonly click: string | null
  readonly received: number
}

/** A request for deletion that is carried out. */
interface Deletion {
  /** Unix seconds: events that came later stay. */
  readonly due: number
  /** Hashed email addresses and ids of clicks, each with spaces between them. */
  readonly emails: string
  readonly clicks: string
}

const carriedOut = perDb((db) =>
  db.prepare<[string, number], Deletion>(
    `SELECT due, emails, clicks FROM conversion_deletion_requests
     WHERE ad_account_id = ? AND cancelled IS NULL AND due <= ?`,
  ),
)

/**
 * Returns the events that no request for deletion has deleted by now. They stay stored, since the clock can be set back.
 *
 * @param now Unix seconds of the world's clock.
 */
export function withoutDeleted<Event extends Deletable>(
  db: Database,
  accountId: string,
  events: readonly Event[],
  now: number,
): readonly Event[] {
  const deletions = events.length === 0 ? [] : carriedOut(db).all(accountId, now)
  if (deletions.length === 0) return events
  const named = deletions.map(({ due, emails, clicks }) => ({
    due,
    emails: new Set(emails.split(' ')),
    clicks: new Set(clicks.split(' ')),
  }))
  return events.filter(
    ({ emails, click, received }) =>
      !named.some(
        (deletion) =>
          received <= deletion.due &&
          ((click !== null && deletion.clicks.has(click)) ||
            emails?.split(' ').some((one) => deletion.emails.has(one))),
      ),
  )
}
