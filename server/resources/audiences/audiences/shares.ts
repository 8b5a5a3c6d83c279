import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'
import { type AudienceResponseRow, audienceTable } from './repository.ts'

/** The kinds of accounts that audiences are shared with. */
export const recipientTypes = ['AD_ACCOUNT', 'BUSINESS_ACCOUNT'] as const
/** One of `recipientTypes`. */
export type RecipientType = (typeof recipientTypes)[number]

/** An audience that an ad account or business has received, as it is stored. */
export interface ShareRow {
  readonly seq: number
  readonly id: string
  readonly audience_id: string
  /** The id of the ad account or business that received it. */
  readonly recipient: string
  readonly recipient_type: RecipientType
  /** The id of the ad account or business that shared it. */
  readonly shared_by: string
  /** Unix seconds. */
  readonly shared_on_timestamp: number
}

/** The table of received audiences. */
export const shareTable = rootTable<ShareRow>('shared_audiences')

const statements = perDb((db) => ({
  received: db.prepare<[string], string>('SELECT audience_id FROM shared_audiences WHERE recipient = ?').pluck(),
  find: db.prepare<[string, string], ShareRow>(
    'SELECT * FROM shared_audiences WHERE audience_id = ? AND recipient = ?',
  ),
  passedOn: db.prepare<[string, string], ShareRow>(
    'SELECT * FROM shared_audiences WHERE audience_id = ? AND shared_by = ?',
  ),
}))

/** Returns the ids of the audiences that an ad account or business has received. */
export const receivedAudiences = (db: Database, recipient: string): readonly string[] =>
  statements(db).received.all(recipient)

/** Returns how an audience came to a recipient, if it did. */
export const findShare = (db: Database, audienceId: string, recipient: string): ShareRow | undefined =>
  statements(db).find.get(audienceId, recipient)

/** Returns the shares of an audience that an ad account or business made. */
export const sharesBy = (db: Database, audienceId: string, sharer: string): readonly ShareRow[] =>
  statements(db).passedOn.all(audienceId, sharer)

/** Returns the audience of this id, whichever ad account it belongs to. */
export const findAnyAudience = (db: Database, id: string): AudienceResponseRow | undefined =>
  audienceTable.page<AudienceResponseRow>(db, { columns: ['id'], ranges: [[id]], limit: 1 })[0]

/** Returns the audience of this id that an ad account owns or has received. */
export const findUsableAudience = (db: Database, accountId: string, id: string): AudienceResponseRow | undefined =>
  audienceTable.find(db, accountId, id) ??
  (findShare(db, id, accountId) === undefined ? undefined : findAnyAudience(db, id))
