import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage, rangesOf } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'

/** What a Pin shows: an image, a video, or several images to leaf through. */
export const pinTypes = ['REGULAR', 'VIDEO', 'CAROUSEL'] as const

/** A Pin as it is stored. */
export interface PinRow {
  readonly seq: number
  readonly id: string
  /** Null for a Pin on the user's profile. */
  readonly board_id: string | null
  readonly board_section_id: string | null
  /** As its board's. */
  readonly privacy: 'PUBLIC' | 'PROTECTED' | 'SECRET'
  readonly creative_type: (typeof pinTypes)[number]
  readonly is_repin: 0 | 1
  readonly has_been_promoted: 0 | 1
  /** Whether ads may be made of it. */
  readonly is_promotable: 0 | 1
  readonly json: string
  /** The id of the user whose it is. */
  readonly owner_id: string
  /** Where its link leads, without `www.`; null where there is no such place. */
  readonly domain: string | null
}

const statements = perDb((db) => ({
  byId: db.prepare<[string], PinRow>('SELECT * FROM pins WHERE id = ?'),
  insert: inserter<PinRow>(db, 'pins'),
  update: db.prepare<PinRow>(
    `UPDATE pins SET board_id = @board_id, board_section_id = @board_section_id, privacy = @privacy,
     has_been_promoted = @has_been_promoted, is_promotable = @is_promotable, json = @json, domain = @domain WHERE id = @id`,
  ),
  remove: db.prepare<[string]>('DELETE FROM pins WHERE id = ?'),
  promote: db.prepare<[string]>('UPDATE pins SET has_been_promoted = 1 WHERE id = ?'),
  count: db.prepare<[string], number>('SELECT count(*) FROM pins WHERE owner_id = ?').pluck(),
}))

/** The Pin of that id, whosever it is. */
export const findPin = (db: Database, id: string): PinRow | undefined => statements(db).byId.get(id)

/** The `seq` of the next Pin. */
export const nextPinSequence = (db: Database): number => nextSequence(db, 'pins')

/** Stores a new Pin. */
export const insertPin = (db: Database, row: PinRow): void => statements(db).insert(row)

/** Stores a changed Pin. */
export const updatePin = (db: Database, row: PinRow): void => void statements(db).update.run(row)

/** Deletes the Pin. */
export const removePin = (db: Database, id: string): void => void statements(db).remove.run(id)

/** Notes that an ad was made of the Pin. */
export const markPromoted = (db: Database, id: string): void => void statements(db).promote.run(id)

/** How many Pins the user has. */
export const countPins = (db: Database, ownerId: string): number => statements(db).count.get(ownerId) ?? 0

/** What the list of all of a user's Pins is narrowed to. */
export interface PinFilter {
  readonly pin_filter?: 'exclude_native' | 'exclude_repins' | 'has_been_promoted' | undefined
  readonly include_protected_pins: boolean
  readonly pin_type?: 'PRIVATE' | undefined
  readonly creative_types?: readonly string[] | undefined
  readonly domain?: string | undefined
  readonly domains?: readonly string[] | undefined
}

interface Page {
  readonly after?: number | undefined
  readonly limit: number
}

const either = ['0', '1']

/** One page of a user's Pins in the order of their ids. */
export function listPins(db: Database, ownerId: string, filter: PinFilter, page: Page): readonly PinRow[] {
  const { pin_filter, include_protected_pins, pin_type, creative_types } = filter
  const domains = domainsIn(filter)
  const privacies = pin_type === 'PRIVATE' ? ['SECRET'] : ['PUBLIC', 'SECRET']
  const isRepin = pin_filter === 'exclude_native' ? ['1'] : pin_filter === 'exclude_repins' ? ['0'] : either
  return keysetPage(db, {
    table: 'pins',
    select: 't.*',
    columns: [
      'owner_id',
      ...(domains === undefined ? [] : ['domain']),
      ...['privacy', 'creative_type', 'is_repin', 'has_been_promoted'],
    ],
    ranges: rangesOf(
      [ownerId],
      ...(domains === undefined ? [] : [domains]),
      include_protected_pins && pin_type === undefined ? [...privacies, 'PROTECTED'] : privacies,
      shown(creative_types),
      isRepin,
      pin_filter === 'has_been_promoted' ? ['1'] : either,
    ),
    ...page,
  })
}

/** One page of a board's Pins in the order of their ids. */
export const listBoardPins = (
  db: Database,
  boardId: string,
  creativeTypes: readonly string[] | undefined,
  page: Page,
): readonly PinRow[] =>
  keysetPage(db, {
    table: 'pins',
    select: 't.*',
    columns: ['board_id', 'creative_type'],
    ranges: rangesOf([boardId], shown(creativeTypes)),
    ...page,
  })

/** One page of a section's Pins in the order of their ids. */
export const listSectionPins = (db: Database, sectionId: string, page: Page): readonly PinRow[] =>
  keysetPage(db, { table: 'pins', select: 't.*', columns: ['board_section_id'], ranges: [[sectionId]], ...page })

/** The domains that a list is narrowed to, which hold together; undefined where it is not. */
function domainsIn({ domain, domains }: PinFilter): readonly string[] | undefined {
  const wanted = domains?.map((one) => one.toLowerCase())
  if (domain === undefined) return wanted
  const one = domain.toLowerCase()
  return wanted === undefined || wanted.includes(one) ? [one] : []
}

const shown = (wanted: readonly string[] | undefined): readonly string[] =>
  pinTypes.filter((type) => wanted === undefined || wanted.includes(type))
